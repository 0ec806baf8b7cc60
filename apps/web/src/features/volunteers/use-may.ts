import { OPERATION_PERMISSIONS } from '../../generated/permissions';
import { useMe } from '../../session/session';

/** Whether my roles allow an operation; what is not mine to do is not offered. */
export function useMay(): (operation: keyof typeof OPERATION_PERMISSIONS) => boolean {
  const { roles } = useMe();
  return (operation) => {
    const allowed: readonly string[] = OPERATION_PERMISSIONS[operation].roles;
    return roles.some((role) => allowed.includes(role));
  };
}
