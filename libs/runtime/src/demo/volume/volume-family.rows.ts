import { sealJson, type CompartmentKeys } from '@kinward/vault';
import type { VolumeCase, VolumeMember } from './volume-case.js';
import type { VolumeRows } from './volume-tables.js';

/** Where and by whom one invented family is written down. */
export interface VolumePlace {
  readonly organizationId: string;
  readonly caseId: string;
  /** The key of identities and the key of the story. */
  readonly identity: CompartmentKeys;
  readonly story: CompartmentKeys;
  /** Three people of whom each is somebody else: who works on it, who stands in, who decides. */
  readonly staff: readonly [string, string, string];
  readonly rhythmDays: number;
  readonly newId: () => string;
  /** So many days from the seeding day, YYYY-MM-DD. */
  readonly day: (fromToday: number) => string;
}

const REVISION = 1;
const CONSENT_DAYS = 365;
const UNVERIFIED = new Set(['SCREENING', 'VERIFYING']);

/** Adds the sealed rows of a family: case, household, members, prisoner, channel, consent. */
export function addFamily(rows: VolumeRows, place: VolumePlace, family: VolumeCase): void {
  const { organizationId, caseId, newId, day } = place;
  const [assignee, deputy, coordinator] = place.staff;
  const owned = { organization_id: organizationId, case_id: caseId };
  const isVerified = !UNVERIFIED.has(family.state);
  const isOver = family.state === 'CLOSED';
  const opened = day(-family.openedDaysAgo);
  rows.case_file.push({
    id: caseId,
    organization_id: organizationId,
    codename: family.codename,
    state: family.state,
    state_since: opened,
    region: family.region,
    opened_day: opened,
    assignee_id: assignee,
    deputy_id: isVerified ? deputy : null,
    verified_by: isVerified ? coordinator : null,
    evidence_class: isVerified ? 'DOCUMENT_SEEN' : null,
    contact_rhythm_days: place.rhythmDays,
    last_confirmed_contact_day: day(-family.contactDaysAgo),
    next_step_kind: isOver ? null : 'CALL_FAMILY',
    next_step_due_day: isOver ? null : day(family.nextStepInDays),
    sealed_t1: seal(place, 'T1', 'case_file', caseId, { summary: 'Demo-volume story of a family' }),
  });
  rows.codename_register.push({ organization_id: organizationId, codename: family.codename });
  const householdId = newId();
  rows.household.push({
    ...owned,
    id: householdId,
    sealed_t1: seal(place, 'T1', 'household', householdId, { notes: 'Demo-volume household' }),
  });
  for (const member of family.members) addMember(rows, place, householdId, member);
  addPrisoner(rows, place, householdId, family);
  const channelId = newId();
  const locator = { kind: 'PHONE', value: 'Demo-number 000 000', quietRules: 'Evenings only' };
  rows.contact_channel.push({
    ...owned,
    id: channelId,
    trust: family.trust,
    sealed_t0: seal(place, 'T0', 'contact_channel', channelId, locator),
  });
  const consentId = newId();
  const wording = { wording: 'Demo-consent, read aloud', partnerId: null };
  rows.consent.push({
    ...owned,
    id: consentId,
    purpose: 'AID_PROCESSING',
    given_on: day(-1),
    lapses_on: day(CONSENT_DAYS),
    sealed_t1: seal(place, 'T1', 'consent', consentId, wording),
  });
}

/** Seals a value to the cell of its row. */
export function seal(
  place: VolumePlace,
  tier: 'T0' | 'T1',
  table: string,
  rowId: string,
  value: unknown,
): Buffer {
  const keys = tier === 'T0' ? place.identity : place.story;
  const column = tier === 'T0' ? 'sealed_t0' : 'sealed_t1';
  return sealJson(keys, { table, column, rowId, revision: REVISION }, value);
}

function addMember(
  rows: VolumeRows,
  place: VolumePlace,
  householdId: string,
  member: VolumeMember,
): void {
  const id = place.newId();
  const birthDate = `${Number(place.day(0).slice(0, 4)) - member.age}-01-15`;
  const identity = { name: member.name, birthDate, address: 'Demo-Street 1' };
  const story = { relation: member.relation, notes: null };
  rows.household_member.push({
    id,
    organization_id: place.organizationId,
    case_id: place.caseId,
    household_id: householdId,
    sealed_t0: seal(place, 'T0', 'household_member', id, identity),
    sealed_t1: seal(place, 'T1', 'household_member', id, story),
  });
}

function addPrisoner(
  rows: VolumeRows,
  place: VolumePlace,
  householdId: string,
  { prisoner }: VolumeCase,
): void {
  const owned = { organization_id: place.organizationId, case_id: place.caseId };
  const id = place.newId();
  const story = {
    facilityType: prisoner.facilityType,
    facility: 'Demo-facility',
    regime: null,
    articles: [],
    stateLists: [],
    recognitionBasis: prisoner.recognitionBasis,
    sentenceEndsOn: null,
    notes: null,
  };
  rows.prisoner.push({
    ...owned,
    id,
    sealed_t0: seal(place, 'T0', 'prisoner', id, { name: prisoner.name, birthDate: null }),
    sealed_t1: seal(place, 'T1', 'prisoner', id, story),
  });
  rows.household_prisoner.push({ ...owned, household_id: householdId, prisoner_id: id });
  const statusId = place.newId();
  const status = { code: prisoner.status, since: place.day(-prisoner.sinceDaysAgo), note: null };
  rows.prisoner_status.push({
    ...owned,
    id: statusId,
    prisoner_id: id,
    sealed_t1: seal(place, 'T1', 'prisoner_status', statusId, status),
  });
}
