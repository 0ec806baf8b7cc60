import { AuditChainRow, AuditEntryRow } from '@kinward/audit';
import { CredentialRow, PersonRow, SessionRow } from '@kinward/identity';
import { OrganizationRow } from '@kinward/organizations';
import { AccessGrantRow, CompartmentEpochRow, CompartmentRow, KeyLockRow } from '@kinward/vault';

/** Every entity; the drift check compares them with the migrated database. */
export const ENTITIES = [
  AccessGrantRow,
  AuditChainRow,
  AuditEntryRow,
  CompartmentEpochRow,
  CompartmentRow,
  CredentialRow,
  KeyLockRow,
  OrganizationRow,
  PersonRow,
  SessionRow,
];
