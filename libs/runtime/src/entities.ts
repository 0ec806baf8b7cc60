import { AuditChainRow, AuditEntryRow } from '@kinward/audit';
import { CallOutRow } from '@kinward/callouts';
import {
  CaseFileRow,
  CaseNoteRow,
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
import { FundRow } from '@kinward/funding';
import { DisbursementRow, FundReservationRow } from '@kinward/disbursements';
import { TaskRow } from '@kinward/dispatch';
import {
  CredentialRow,
  PasskeyRow,
  PersonChangeRow,
  PersonRow,
  SessionRow,
} from '@kinward/identity';
import { IntakeRequestRow } from '@kinward/intake';
import { LedgerAccountRow } from '@kinward/ledger';
import { NeedRecurrenceRow, NeedRow, NeedTransitionRecord } from '@kinward/needs';
import { OrganizationRow, OrganizationSettingRow, SettingChangeRow } from '@kinward/organizations';
import { AccessGrantRow, CompartmentEpochRow, CompartmentRow, KeyLockRow } from '@kinward/vault';
import { DisclosureRow } from '@kinward/safety';
import { VolunteerApplicationRow, VolunteerRow } from '@kinward/volunteers';

/** Every entity; the drift check compares them with the migrated database. */
export const ENTITIES = [
  AccessGrantRow,
  AuditChainRow,
  AuditEntryRow,
  CallOutRow,
  CaseFileRow,
  CaseNoteRow,
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
  DisbursementRow,
  DisclosureRow,
  FundReservationRow,
  FundRow,
  IntakeRequestRow,
  KeyLockRow,
  LedgerAccountRow,
  NeedRecurrenceRow,
  NeedRow,
  NeedTransitionRecord,
  OrganizationRow,
  OrganizationSettingRow,
  PersonChangeRow,
  PersonRow,
  PasskeyRow,
  SessionRow,
  SettingChangeRow,
  TaskRow,
  VolunteerApplicationRow,
  VolunteerRow,
];
