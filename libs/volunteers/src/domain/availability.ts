import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { checkLanguages, checkRefusals, checkSkills } from './applicant.js';
import { checkDay } from './day.js';
import { DAY_MINUTES, type QuietHours, type WeeklyHours } from './local-time.js';

/** What volunteers say about their own time and will; nobody else changes it. */
export interface Availability {
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  /** "No" to kinds of tasks: respected without a question why. */
  readonly refuses: readonly string[];
  readonly hours: readonly WeeklyHours[];
  readonly quiet: QuietHours | null;
  /** First day back, YYYY-MM-DD. */
  readonly awayUntil: string | null;
}

const MOST_HOURS = 42;
/** Smallest and largest limit of tasks in hand that volunteers may choose. */
export const OPEN_TASK_LIMITS = { least: 0, most: 5 };

/** The availability as it may be stored. Invalid: UNKNOWN_CODE, TOO_MANY, NOT_A_TIME, OVERLAP, NOT_A_DAY. */
export function checkAvailability(given: Availability): Result<Availability, DomainError> {
  const languages = checkLanguages(given.languages);
  if (!languages.ok) return languages;
  const skills = checkSkills(given.skills);
  if (!skills.ok) return skills;
  const refuses = checkRefusals(given.refuses);
  if (!refuses.ok) return refuses;
  const hours = checkHours(given.hours);
  if (!hours.ok) return hours;
  const { quiet, awayUntil } = given;
  if (quiet !== null && !(isMinute(quiet.from) && isMinute(quiet.to))) {
    return err(invalidInput('quiet', 'NOT_A_TIME'));
  }
  const away = awayUntil === null ? ok(null) : checkDay('awayUntil', awayUntil);
  if (!away.ok) return away;
  return ok({
    languages: languages.value,
    skills: skills.value,
    refuses: refuses.value,
    hours: hours.value,
    quiet,
    awayUntil,
  });
}

function checkHours(hours: readonly WeeklyHours[]): Result<WeeklyHours[], DomainError> {
  if (hours.length > MOST_HOURS) return err(invalidInput('hours', 'TOO_MANY'));
  const sorted = [...hours].sort(
    (one, other) => one.weekday - other.weekday || one.fromMinute - other.fromMinute,
  );
  for (const [index, { weekday, fromMinute, toMinute }] of sorted.entries()) {
    const isTime = isMinute(fromMinute) && isMinute(toMinute - 1) && fromMinute < toMinute;
    if (!isTime || !isWeekday(weekday)) return err(invalidInput('hours', 'NOT_A_TIME'));
    const next = sorted[index + 1];
    if (next?.weekday === weekday && next.fromMinute < toMinute) {
      return err(invalidInput('hours', 'OVERLAP'));
    }
  }
  return ok(sorted);
}

function isMinute(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < DAY_MINUTES;
}

function isWeekday(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 7;
}
