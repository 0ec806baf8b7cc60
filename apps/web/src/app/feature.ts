import type { ComponentType } from 'react';
import type { Api } from '../api/client';
import { OPERATION_PERMISSIONS, type Role } from '../generated/permissions';

/** What a page of a feature can be reached by. */
export interface Place {
  /** Path below `/`, with `:parameters`; never anything personal. */
  readonly path: string;
  /** The operation that the page reads with: who may call it sees the place, nobody else does. */
  readonly operation: keyof typeof OPERATION_PERMISSIONS;
  /** Loads the page; each is a file of its own in the build. */
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  /** In the rail of these roles, in the order of {@link Feature} and place; absent: reached from elsewhere. */
  readonly rail?: {
    /** Key of the name. */
    readonly label: string;
    readonly roles: readonly Role[];
    /**
     * For the others who may see the place: whether somebody has appointed this person, which is no role. Asked once,
     * when the first page rests.
     */
    readonly isAppointed?: (api: Api) => Promise<boolean>;
    /** One word of the phone's bar; places without one are behind "More" there. */
    readonly isOnPhone?: boolean;
  };
  /** The first page of these roles. */
  readonly homeOf?: readonly Role[];
  /** Only for people who screen requests. */
  readonly isForScreeners?: boolean;
}

/** What one domain adds to the desk; `features/needs` is the example to follow. */
export interface Feature {
  readonly name: string;
  readonly places: readonly Place[];
}

/** Whether somebody with these roles may use a place. */
export function mayUse(
  place: Place,
  { roles, screener }: { readonly roles: readonly string[]; readonly screener: boolean },
): boolean {
  if (place.isForScreeners === true && !screener) return false;
  const allowed: readonly string[] = OPERATION_PERMISSIONS[place.operation].roles;
  return roles.some((role) => allowed.includes(role));
}
