import {
  err,
  invalidInput,
  isUuid,
  ok,
  type InvalidInputError,
  type Result,
} from '@kinward/kernel';
import {
  DONOR_LANGUAGES,
  FUND_REGIONS,
  type DonorLanguage,
  type FundRegion,
  type FundRules,
  type PublicNames,
} from './fund.js';

type Checked<T> = Result<T, InvalidInputError>;

const CODE = /^[A-Z0-9][A-Z0-9-]{1,29}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const BANK_REFERENCE = /^[A-Z0-9][A-Z0-9/-]{2,34}$/;
const MINOR = /^\d{1,13}$/;
const FORBIDDEN = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const NAME_LENGTH = 120;
const MOST_CODES = 100;

/** One of `codes`, or `UNKNOWN_CODE`. */
export function checkCode<T extends string>(
  field: string,
  text: string,
  codes: readonly T[],
): Checked<T> {
  const code = codes.find((each) => each === text);
  return code === undefined ? err(invalidInput(field, 'UNKNOWN_CODE')) : ok(code);
}

/** The code of a fund or a grant, such as `G-CHILD`. */
export function checkOwnCode(field: string, text: string): Checked<string> {
  return CODE.test(text) ? ok(text) : err(invalidInput(field, 'NOT_A_CODE'));
}

/** A public name, trimmed. */
export function checkName(field: string, text: string): Checked<string> {
  const name = text.trim().normalize('NFC');
  if (name === '') return err(invalidInput(field, 'EMPTY'));
  if (name.length > NAME_LENGTH) return err(invalidInput(field, 'TOO_LONG'));
  return FORBIDDEN.test(name) ? err(invalidInput(field, 'FORBIDDEN_CHARACTER')) : ok(name);
}

/** Public names, each in another of the donors' languages. */
export function checkPublicNames(
  field: string,
  given: readonly { readonly language: string; readonly name: string }[],
): Checked<PublicNames> {
  const names: Partial<Record<DonorLanguage, string>> = {};
  for (const { language, name } of given) {
    const known = checkCode(`${field}.language`, language, DONOR_LANGUAGES);
    if (!known.ok) return known;
    const checked = checkName(`${field}.name`, name);
    if (!checked.ok) return checked;
    names[known.value] = checked.value;
  }
  return ok(names);
}

/** A day of the calendar that exists, YYYY-MM-DD. */
export function checkDay(field: string, text: string): Checked<string> {
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return exists ? ok(text) : err(invalidInput(field, 'NOT_A_DAY'));
}

/** Days that follow each other; the second of a wrong pair is named. */
export function checkOrder(
  days: readonly (readonly [field: string, day: string | null])[],
): Checked<void> {
  let before: string | null = null;
  for (const [field, day] of days) {
    if (day === null) continue;
    if (before !== null && day < before) return err(invalidInput(field, 'BEFORE_ITS_BEGINNING'));
    before = day;
  }
  return ok();
}

/** A bank's reference as a code: capitals, digits, `-` and `/`, so that no name fits in. */
export function checkBankReference(field: string, text: string): Checked<string> {
  return BANK_REFERENCE.test(text) ? ok(text) : err(invalidInput(field, 'NOT_A_CODE'));
}

/** An id where one was given. */
export function checkOptionalId(
  field: string,
  text: string | null | undefined,
): Checked<string | null> {
  if (text == null) return ok(null);
  return isUuid(text) ? ok(text) : err(invalidInput(field, 'NOT_AN_ID'));
}

/** Minor units from zero up, as decimal text. */
export function checkMinor(field: string, text: string | null | undefined): Checked<bigint> {
  if (text == null) return ok(0n);
  return MINOR.test(text) ? ok(BigInt(text)) : err(invalidInput(field, 'NOT_WHOLE_MINOR_UNITS'));
}

export interface FundRulesText {
  readonly codes?: readonly string[] | null;
  readonly groups?: readonly string[] | null;
  readonly excludedCodes?: readonly string[] | null;
  readonly regions?: readonly string[] | null;
  readonly channelClasses?: readonly string[] | null;
  readonly perNeedCeilingMinor?: string | null;
  readonly perPeriodCeilingMinor?: string | null;
  readonly overheadPercent?: number | null;
}

/** What the codes of rules may be. */
export interface KnownCodes {
  readonly needCodes: readonly string[];
  readonly needGroups: readonly string[];
  readonly channelClasses: readonly string[];
}

/** Rules with codes that the jurisdiction knows. Errors name the rule, such as `rules.codes`. */
export function checkRules(rules: FundRulesText, known: KnownCodes): Checked<FundRules> {
  const lists: [keyof FundRulesText & keyof FundRules, readonly string[]][] = [
    ['codes', known.needCodes],
    ['excludedCodes', known.needCodes],
    ['groups', known.needGroups],
    ['regions', FUND_REGIONS],
    ['channelClasses', known.channelClasses],
  ];
  const checked: Record<string, unknown> = {};
  for (const [name, codes] of lists) {
    const list = rules[name] as readonly string[] | null | undefined;
    if (list == null) continue;
    const field = `rules.${name}`;
    if (list.length === 0) return err(invalidInput(field, 'EMPTY'));
    if (list.length > MOST_CODES) return err(invalidInput(field, 'TOO_LONG'));
    if (!list.every((code) => codes.includes(code)))
      return err(invalidInput(field, 'UNKNOWN_CODE'));
    checked[name] = [...new Set(list)] as readonly (string | FundRegion)[];
  }
  for (const name of ['perNeedCeilingMinor', 'perPeriodCeilingMinor'] as const) {
    if (rules[name] == null) continue;
    const ceiling = checkMinor(`rules.${name}`, rules[name]);
    if (!ceiling.ok) return ceiling;
    checked[name] = ceiling.value.toString();
  }
  const overhead = rules.overheadPercent;
  if (overhead != null) {
    if (!Number.isInteger(overhead) || overhead < 0 || overhead > 100) {
      return err(invalidInput('rules.overheadPercent', 'NOT_A_PERCENTAGE'));
    }
    checked['overheadPercent'] = overhead;
  }
  return ok(checked as FundRules);
}
