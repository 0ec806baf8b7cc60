import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { checkDay, type CalendarDay } from './calendar-day.js';
import type {
  MemberIdentity,
  MemberStory,
  PrisonerIdentity,
  PrisonerStory,
} from './sealed-contents.js';
import { checkText } from './text-rules.js';

/** Longest name, in characters. */
export const NAME_LENGTH = 120;
/** Longest address, facility or one-line text. */
export const LINE_LENGTH = 300;
/** Longest free note. */
export const NOTE_LENGTH = 2_000;

/** How a household member stands to the prisoner or the contact person. */
export const MEMBER_RELATIONS = [
  'SPOUSE',
  'PARTNER',
  'PARENT',
  'CHILD',
  'SIBLING',
  'GRANDPARENT',
  'GRANDCHILD',
  'OTHER_RELATIVE',
  'GUARDIAN',
  'FRIEND',
  'SELF',
] as const;

/** Codes that a jurisdiction pack allows; the pack itself stays outside of the domain. */
export interface PrisonerCodes {
  readonly facilityTypes: readonly string[];
  readonly regimes: readonly string[];
  readonly articles: readonly string[];
  readonly stateLists: readonly string[];
  readonly recognitionBases: readonly string[];
}

export interface MemberClaim {
  readonly name: string;
  readonly birthDate?: string | null;
  readonly address?: string | null;
  readonly relation: string;
  readonly notes?: string | null;
}

export interface PrisonerClaim {
  readonly name: string;
  readonly birthDate?: string | null;
  readonly facilityType?: string | null;
  readonly facility?: string | null;
  readonly regime?: string | null;
  readonly articles?: readonly string[] | null;
  readonly stateLists?: readonly string[] | null;
  readonly recognitionBasis: string;
  readonly sentenceEndsOn?: string | null;
  readonly notes?: string | null;
}

/** An optional text: null stays null, everything else must pass {@link checkText}. */
export function checkOptionalText(
  field: string,
  text: string | null | undefined,
  maxLength: number,
): Result<string | null, DomainError> {
  if (text === null || text === undefined || text === '') return ok(null);
  return checkText({ field, text, maxLength, multiline: maxLength === NOTE_LENGTH });
}

/** A day of birth: a calendar day in the past. */
export function checkBirthDate(
  field: string,
  day: string | null | undefined,
  today: CalendarDay,
): Result<CalendarDay | null, DomainError> {
  if (day === null || day === undefined) return ok(null);
  const checked = checkDay(field, day);
  if (!checked.ok) return checked;
  return checked.value > today ? err(invalidInput(field, 'IN_THE_FUTURE')) : checked;
}

/** Splits what is said about a member into who it is and what the story is. */
export function checkMember(
  path: string,
  claim: MemberClaim,
  today: CalendarDay,
): Result<{ identity: MemberIdentity; story: MemberStory }, DomainError> {
  const name = checkText({ field: `${path}name`, text: claim.name, maxLength: NAME_LENGTH });
  if (!name.ok) return name;
  const birthDate = checkBirthDate(`${path}birthDate`, claim.birthDate, today);
  if (!birthDate.ok) return birthDate;
  const address = checkOptionalText(`${path}address`, claim.address, LINE_LENGTH);
  if (!address.ok) return address;
  const relation = checkCode(`${path}relation`, claim.relation, MEMBER_RELATIONS);
  if (!relation.ok) return relation;
  const notes = checkOptionalText(`${path}notes`, claim.notes, NOTE_LENGTH);
  if (!notes.ok) return notes;
  return ok({
    identity: { name: name.value, birthDate: birthDate.value, address: address.value },
    story: { relation: relation.value, notes: notes.value },
  });
}

/** Splits what is said about a prisoner likewise; codes must be known to the jurisdiction pack. */
export function checkPrisoner(
  path: string,
  claim: PrisonerClaim,
  codes: PrisonerCodes,
  today: CalendarDay,
): Result<{ identity: PrisonerIdentity; story: PrisonerStory }, DomainError> {
  const name = checkText({ field: `${path}name`, text: claim.name, maxLength: NAME_LENGTH });
  if (!name.ok) return name;
  const birthDate = checkBirthDate(`${path}birthDate`, claim.birthDate, today);
  if (!birthDate.ok) return birthDate;
  const story = checkPrisonerStory(path, claim, codes);
  if (!story.ok) return story;
  return ok({ identity: { name: name.value, birthDate: birthDate.value }, story: story.value });
}

function checkPrisonerStory(
  path: string,
  claim: PrisonerClaim,
  codes: PrisonerCodes,
): Result<PrisonerStory, DomainError> {
  const problem =
    findUnknown(`${path}facilityType`, [claim.facilityType], codes.facilityTypes) ??
    findUnknown(`${path}regime`, [claim.regime], codes.regimes) ??
    findUnknown(`${path}articles`, claim.articles ?? [], codes.articles) ??
    findUnknown(`${path}stateLists`, claim.stateLists ?? [], codes.stateLists) ??
    findUnknown(`${path}recognitionBasis`, [claim.recognitionBasis], codes.recognitionBases);
  if (problem !== null) return err(problem);
  const facility = checkOptionalText(`${path}facility`, claim.facility, LINE_LENGTH);
  if (!facility.ok) return facility;
  const notes = checkOptionalText(`${path}notes`, claim.notes, NOTE_LENGTH);
  if (!notes.ok) return notes;
  const endsOn = claim.sentenceEndsOn ?? null;
  const sentenceEndsOn = endsOn === null ? ok(null) : checkDay(`${path}sentenceEndsOn`, endsOn);
  if (!sentenceEndsOn.ok) return sentenceEndsOn;
  return ok({
    facilityType: claim.facilityType ?? null,
    facility: facility.value,
    regime: claim.regime ?? null,
    articles: [...new Set(claim.articles ?? [])],
    stateLists: [...new Set(claim.stateLists ?? [])],
    recognitionBasis: claim.recognitionBasis,
    sentenceEndsOn: sentenceEndsOn.value,
    notes: notes.value,
  });
}

/** The code itself where the list has it, else `UNKNOWN_CODE`. */
export function checkCode<Code extends string>(
  field: string,
  code: string,
  known: readonly Code[],
): Result<Code, DomainError> {
  const found = known.find((each) => each === code);
  return found === undefined ? err(invalidInput(field, 'UNKNOWN_CODE')) : ok(found);
}

function findUnknown(
  field: string,
  given: readonly (string | null | undefined)[],
  known: readonly string[],
): DomainError | null {
  const isKnown = (code: string | null | undefined): boolean =>
    code === null || code === undefined || known.includes(code);
  return given.every(isKnown) ? null : invalidInput(field, 'UNKNOWN_CODE');
}
