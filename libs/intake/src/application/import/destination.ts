import type { JurisdictionPack, NeedType } from '@kinward/jurisdictions';
import type { OrganizationId } from '@kinward/kernel';
import type { Inbox } from '../../domain/planning/inbox.js';
import type { KnownCodes, Problem } from '../../domain/reading/read-submission.js';
import type { RawSubmission } from '../../domain/reading/raw-submission.js';

/** An organisation that requests go to. */
export interface NamedOrganization {
  readonly id: OrganizationId;
  readonly code: string;
}

/** Where rows go: to the one that somebody named, or to the one that each row names (decision 22). */
export type Destinations =
  | { readonly kind: 'NAMED'; readonly organization: NamedOrganization }
  | { readonly kind: 'BY_FORM'; readonly organizations: readonly NamedOrganization[] };

export interface Route {
  readonly organization: NamedOrganization | null;
  /** What is wrong with the organisation that the row names; null where nothing is. */
  readonly misdirected: Problem | null;
}

/** An organisation's inbox while a file is read into it. */
export interface OpenDestination {
  readonly organization: NamedOrganization;
  readonly pack: JurisdictionPack;
  readonly codes: KnownCodes;
  /** Today in the organisation's zone. */
  readonly today: string;
  /** Null for a dry run. */
  readonly importId: string | null;
  /** Of a dry run, which has to remember what it would have written; null otherwise. */
  readonly remembered: Inbox | null;
  /** How its requests come. Absent: from a file. */
  readonly source?: 'KOBO' | 'FAMILY';
}

const FIELD = 'organisation';

/** The organisation of one row; none where the row names an unknown one and nobody named another. */
export function routeOf(raw: RawSubmission, destinations: Destinations): Route {
  const named = (raw.answers.get(FIELD) ?? '').toLowerCase();
  if (destinations.kind === 'NAMED') {
    const { organization } = destinations;
    const isOurs = named === '' || named === organization.code.toLowerCase();
    return {
      organization,
      misdirected: isOurs ? null : { field: FIELD, code: 'OTHER_ORGANISATION' },
    };
  }
  const organization = destinations.organizations.find(({ code }) => code.toLowerCase() === named);
  if (organization !== undefined) return { organization, misdirected: null };
  const code = named === '' ? 'MISSING_ORGANISATION' : 'UNKNOWN_ORGANISATION';
  return { organization: null, misdirected: { field: FIELD, code } };
}

/** The codes of a pack that a form may name. */
export function knownCodesOf(pack: JurisdictionPack): KnownCodes {
  return {
    regions: new Set(pack.regionClasses.map(({ code }) => code)),
    needs: new Set(pack.needTypes.map(({ code }: NeedType) => code)),
  };
}
