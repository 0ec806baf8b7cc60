import { OPERATION_PERMISSIONS } from '../../generated/permissions';
import { useMe } from '../../session/session';

/** Whether my roles include an operation. */
export function useMay(operation: keyof typeof OPERATION_PERMISSIONS): boolean {
  const me = useMe();
  const allowed: readonly string[] = OPERATION_PERMISSIONS[operation].roles;
  return me.roles.some((role) => allowed.includes(role));
}
