import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { TaskDetails } from './sealed-contents.js';
import {
  findTaskKind,
  TASK_PRIORITIES,
  VOLUNTEER_TIERS,
  type TaskKind,
  type TaskPriority,
  type VolunteerTier,
} from './task-kinds.js';

/** Longest text of one sealed field. */
export const DETAIL_LENGTH = 2_000;
const CODE = /^[A-Z][A-Z0-9_]{1,39}$/;
const COUNTRY = /^[A-Z]{2}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
/** C0 and C1 controls but line breaks and tabs, and marks that change the direction of writing. */
const FORBIDDEN = /(?![\n\t])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const MOST_OF_A_LIST = 10;
/** One week. */
const MOST_MINUTES = 10_080;
const YEAR_MS = 366 * 86_400_000;

/** What somebody asks for when drafting a task. */
export interface TaskWish {
  readonly kind: string;
  readonly priority?: string | null;
  readonly tier?: string | null;
  readonly country?: string | null;
  readonly languages?: readonly string[] | null;
  readonly skills?: readonly string[] | null;
  readonly windowFrom?: Date | null;
  readonly windowTo?: Date | null;
  readonly dueAt: Date;
  readonly expectedMinutes: number;
  readonly details: {
    readonly what: string;
    readonly place?: string | null;
    readonly contact?: string | null;
  };
}

/** A wish that makes sense. */
export interface CheckedTask {
  readonly kind: TaskKind;
  readonly priority: TaskPriority;
  readonly tier: VolunteerTier;
  readonly country: string | null;
  readonly languages: string[];
  readonly skills: string[];
  readonly windowFrom: Date | null;
  readonly windowTo: Date | null;
  readonly dueAt: Date;
  readonly expectedMinutes: number;
  readonly details: TaskDetails;
}

/**
 * Checks a wish. INVALID_INPUT naming the field. A tier below the one its kind asks for is `BELOW_THE_KIND`; a contact
 * in a kind without personal data is `KIND_CARRIES_NO_PERSONAL_DATA`.
 */
export function checkTask(wish: TaskWish, now: Date): Result<CheckedTask, DomainError> {
  const kind = findTaskKind(wish.kind);
  if (kind === undefined) return err(invalidInput('kind', 'UNKNOWN_CODE'));
  const priority = TASK_PRIORITIES.find((code) => code === (wish.priority ?? kind.defaultPriority));
  if (priority === undefined) return err(invalidInput('priority', 'UNKNOWN_CODE'));
  const tier = VOLUNTEER_TIERS.find((code) => code === (wish.tier ?? kind.minimumTier));
  if (tier === undefined) return err(invalidInput('tier', 'UNKNOWN_CODE'));
  if (tier < kind.minimumTier) return err(invalidInput('tier', 'BELOW_THE_KIND'));
  const fault = faultOf(wish, kind, now);
  if (fault !== null) return err(invalidInput(...fault));
  const { country = null, windowFrom = null, windowTo = null, dueAt, expectedMinutes } = wish;
  return ok({
    ...{ kind, priority, tier, country, windowFrom, windowTo, dueAt, expectedMinutes },
    languages: [...new Set(wish.languages ?? [])],
    skills: [...new Set(wish.skills ?? [])],
    details: {
      what: wish.details.what.trim(),
      place: trimmed(wish.details.place),
      contact: trimmed(wish.details.contact),
    },
  });
}

/** Why a text may not be sealed, or null: EMPTY, TOO_LONG, FORBIDDEN_CHARACTER. */
export function textFault(text: string): string | null {
  if (text.trim() === '') return 'EMPTY';
  if (text.length > DETAIL_LENGTH) return 'TOO_LONG';
  return FORBIDDEN.test(text) ? 'FORBIDDEN_CHARACTER' : null;
}

function faultOf(wish: TaskWish, kind: TaskKind, now: Date): readonly [string, string] | null {
  return placeFault(wish) ?? timeFault(wish, now) ?? detailFault(wish, kind);
}

function placeFault({ country, languages, skills }: TaskWish): readonly [string, string] | null {
  if (country != null && !COUNTRY.test(country)) return ['country', 'UNKNOWN_CODE'];
  if (!isListOf(languages, LANGUAGE)) return ['languages', 'UNKNOWN_CODE'];
  return isListOf(skills, CODE) ? null : ['skills', 'UNKNOWN_CODE'];
}

function timeFault(wish: TaskWish, now: Date): readonly [string, string] | null {
  const { windowFrom = null, windowTo = null, dueAt, expectedMinutes } = wish;
  if (!(dueAt > now)) return ['dueAt', 'IN_THE_PAST'];
  if (dueAt.getTime() > now.getTime() + YEAR_MS) return ['dueAt', 'TOO_FAR_AWAY'];
  if ((windowFrom === null) !== (windowTo === null)) return ['windowTo', 'BOTH_OR_NEITHER'];
  if (windowFrom !== null && windowTo !== null) {
    if (!(windowFrom < windowTo)) return ['windowTo', 'BEFORE_THE_BEGINNING'];
    if (windowTo > dueAt) return ['windowTo', 'AFTER_THE_DUE_TIME'];
  }
  const isSpan = Number.isInteger(expectedMinutes) && expectedMinutes > 0;
  return isSpan && expectedMinutes <= MOST_MINUTES ? null : ['expectedMinutes', 'OUT_OF_RANGE'];
}

function detailFault({ details }: TaskWish, kind: TaskKind): readonly [string, string] | null {
  if (!kind.carriesPersonalData && trimmed(details.contact) !== null) {
    return ['details.contact', 'KIND_CARRIES_NO_PERSONAL_DATA'];
  }
  for (const [name, text] of Object.entries(details)) {
    if (name !== 'what' && trimmed(text) === null) continue;
    const fault = textFault(text ?? '');
    if (fault !== null) return [`details.${name}`, fault];
  }
  return null;
}

function isListOf(list: readonly string[] | null | undefined, form: RegExp): boolean {
  if (list == null) return true;
  return list.length <= MOST_OF_A_LIST && list.every((code) => form.test(code));
}

function trimmed(text: string | null | undefined): string | null {
  const rest = text?.trim() ?? '';
  return rest === '' ? null : rest;
}
