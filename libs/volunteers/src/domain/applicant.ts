import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { isTimeZone } from './local-time.js';
import { VOLUNTEER_SKILLS } from './volunteer-codes.js';

/** Who applies and how to answer; sealed, and gone when the application is over. */
export interface Applicant {
  readonly name: string;
  /** An address of e-mail. */
  readonly contact: string;
  /** Why, in the applicant's own words. */
  readonly message: string | null;
}

/** What a volunteer tells about the work that fits; in clear, since it finds nobody. */
export interface WorkWishes {
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  /** IANA */
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
}

export const NAME_LENGTH = 120;
export const CONTACT_LENGTH = 254;
export const MESSAGE_LENGTH = 1_000;
export const MOST_LANGUAGES = 12;
export const MOST_CODES = 30;

const COUNTRY = /^[A-Z]{2}$/;
const CONTACT = /^[^\s@]{1,64}@[^\s@]{1,189}$/;
/** Language, script, region: more tells more than any task needs. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;
const CODE = /^[A-Z][A-Z0-9_]{1,59}$/;
/** Controls but line breaks, and marks that change the direction of writing. */
const FORBIDDEN = /(?!\n)\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const VISIBLE = /[\p{L}\p{N}]/u;

/** The applicant as it may be sealed. Invalid: TOO_LONG, FORBIDDEN_CHARACTER, BLANK, NOT_AN_ADDRESS. */
export function checkApplicant(given: {
  readonly name: string;
  readonly contact: string;
  readonly message?: string | null;
}): Result<Applicant, DomainError> {
  const name = checkWords('name', given.name.replaceAll('\n', ' '), NAME_LENGTH);
  if (!name.ok) return name;
  if (!VISIBLE.test(name.value)) return err(invalidInput('name', 'BLANK'));
  const contact = checkWords('contact', given.contact, CONTACT_LENGTH);
  if (!contact.ok) return contact;
  if (!CONTACT.test(contact.value)) return err(invalidInput('contact', 'NOT_AN_ADDRESS'));
  const message = checkWords('message', given.message ?? '', MESSAGE_LENGTH);
  if (!message.ok) return message;
  return ok({ name: name.value, contact: contact.value, message: message.value || null });
}

/** Country, zone, languages and skills. Invalid: UNKNOWN_CODE, UNKNOWN_TIME_ZONE, TOO_MANY. */
export function checkWishes(given: WorkWishes): Result<WorkWishes, DomainError> {
  const place = checkPlace(given);
  if (!place.ok) return place;
  const languages = checkLanguages(given.languages);
  if (!languages.ok) return languages;
  const skills = checkSkills(given.skills);
  if (!skills.ok) return skills;
  return ok({ ...place.value, languages: languages.value, skills: skills.value });
}

export function checkPlace(given: {
  readonly country: string;
  readonly timeZone: string;
}): Result<{ country: string; timeZone: string }, DomainError> {
  const { country, timeZone } = given;
  if (!COUNTRY.test(country)) return err(invalidInput('country', 'UNKNOWN_CODE'));
  if (!isTimeZone(timeZone)) return err(invalidInput('timeZone', 'UNKNOWN_TIME_ZONE'));
  return ok({ country, timeZone });
}

export function checkLanguages(languages: readonly string[]): Result<string[], DomainError> {
  return checkCodes('languages', languages, MOST_LANGUAGES, (code) => LANGUAGE.test(code));
}

export function checkSkills(skills: readonly string[]): Result<string[], DomainError> {
  const known: readonly string[] = VOLUNTEER_SKILLS;
  return checkCodes('skills', skills, MOST_CODES, (code) => known.includes(code));
}

/** Kinds of tasks are data of another domain: any code may be refused, and one that means nothing refuses nothing. */
export function checkRefusals(kinds: readonly string[]): Result<string[], DomainError> {
  return checkCodes('refuses', kinds, MOST_CODES, (code) => CODE.test(code));
}

function checkCodes(
  field: string,
  codes: readonly string[],
  most: number,
  isKnown: (code: string) => boolean,
): Result<string[], DomainError> {
  const distinct = [...new Set(codes)];
  if (distinct.length > most) return err(invalidInput(field, 'TOO_MANY'));
  if (!distinct.every(isKnown)) return err(invalidInput(field, 'UNKNOWN_CODE'));
  return ok(distinct.sort());
}

function checkWords(field: string, text: string, most: number): Result<string, DomainError> {
  const lines = text.replace(/\r\n?/g, '\n');
  if (!lines.isWellFormed() || FORBIDDEN.test(lines)) {
    return err(invalidInput(field, 'FORBIDDEN_CHARACTER'));
  }
  const normal = lines.normalize('NFC').trim();
  return [...normal].length > most ? err(invalidInput(field, 'TOO_LONG')) : ok(normal);
}
