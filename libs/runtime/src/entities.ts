import { AuditChainRow, AuditEntryRow } from '@kinward/audit';
import {
  CaseFileRow,
  CaseTransitionRow,
  ConsentRow,
  ContactAttemptRow,
  ContactChannelRow,
  HouseholdMemberRow,
  HouseholdPrisonerRow,
  HouseholdRow,
  PrisonerRow,
  PrisonerStatusRow,
  TransitionSignatureRow,
} from '@kinward/cases';
import { CredentialRow, PersonRow, SessionRow } from '@kinward/identity';
import { OrganizationRow } from '@kinward/organizations';
import { AccessGrantRow, CompartmentEpochRow, CompartmentRow, KeyLockRow } from '@kinward/vault';
import { DisclosureRow } from '@kinward/safety';

/** Every entity; the drift check compares them with the migrated database. */
export const ENTITIES = [
  AccessGrantRow,
  AuditChainRow,
  AuditEntryRow,
  CaseFileRow,
  CaseTransitionRow,
  ConsentRow,
  ContactAttemptRow,
  ContactChannelRow,
  HouseholdMemberRow,
  HouseholdPrisonerRow,
  HouseholdRow,
  PrisonerRow,
  PrisonerStatusRow,
  TransitionSignatureRow,
  CompartmentEpochRow,
  CompartmentRow,
  CredentialRow,
  DisclosureRow,
  KeyLockRow,
  OrganizationRow,
  PersonRow,
  SessionRow,
];
