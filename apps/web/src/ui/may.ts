import { OPERATION_PERMISSIONS } from '../generated/permissions';
import { useMe } from '../session/session';

/** What can be asked of the interface, by the names of docs/permissions.md. */
export type Operation = keyof typeof OPERATION_PERMISSIONS;

/** Tells whether one of my roles may call an operation; the server decides again. */
export function useMay(): (operation: Operation) => boolean {
  const { roles } = useMe();
  return (operation) => {
    const allowed: readonly string[] = OPERATION_PERMISSIONS[operation].roles;
    return roles.some((role) => allowed.includes(role));
  };
}
