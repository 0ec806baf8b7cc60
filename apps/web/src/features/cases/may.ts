import { OPERATION_PERMISSIONS } from '../../generated/permissions';
import { useMe } from '../../session/session';

type Operation = keyof typeof OPERATION_PERMISSIONS;

/** Whether my roles may call an operation; what is not mine is not offered. */
export function useMay(): (operation: Operation) => boolean {
  const { roles } = useMe();
  return (operation) => {
    const allowed: readonly string[] = OPERATION_PERMISSIONS[operation].roles;
    return roles.some((role) => allowed.includes(role));
  };
}
