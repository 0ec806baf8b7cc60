import { err, invalidInput, ok } from '@kinward/kernel';
import type { DomainError, Result } from '@kinward/kernel';
import { checkDay, daysBetween } from './calendar-day.js';
import type { CalendarDay } from './calendar-day.js';

/** What is promised next; the wording belongs to the screens, details to the sealed note. */
export const NEXT_STEP_KINDS = [
  'SCREEN',
  'VERIFY',
  'CALL_FAMILY',
  'TRY_HANDSHAKE',
  'AWAIT_FAMILY',
  'REVIEW_NEED',
  'REVIEW_CASE',
  'SEND_PARCEL',
  'VISIT_DUE',
  'PLAN_RELEASE',
  'RENEW_CONSENT',
  'HANDOVER',
] as const;
export type NextStepKind = (typeof NEXT_STEP_KINDS)[number];

/** The furthest promise, in days: a year and some slack, so that a yearly step can be planned. */
export const NEXT_STEP_HORIZON_DAYS = 400;

/** The promise of a live case (decisions.md 21). `dueDay` is a day in the organisation's zone. */
export interface NextStep {
  readonly kind: NextStepKind;
  readonly dueDay: CalendarDay;
}

export interface NextStepPlan {
  readonly kind: string;
  readonly dueDay: string;
  readonly today: CalendarDay;
}

/**
 * Checks a promise at the moment it is made. Errors name `kind` (`UNKNOWN_CODE`) or `dueDay`
 * (`NOT_A_DAY`, `IN_THE_PAST`, `TOO_FAR_AHEAD`). A promise that grows old stays valid, and overdue.
 */
export function planNextStep({ kind, dueDay, today }: NextStepPlan): Result<NextStep, DomainError> {
  if (!isNextStepKind(kind)) return err(invalidInput('kind', 'UNKNOWN_CODE'));
  const day = checkDay('dueDay', dueDay);
  if (!day.ok) return day;
  const ahead = daysBetween(today, day.value);
  if (ahead < 0) return err(invalidInput('dueDay', 'IN_THE_PAST'));
  if (ahead > NEXT_STEP_HORIZON_DAYS) return err(invalidInput('dueDay', 'TOO_FAR_AHEAD'));
  return ok({ kind, dueDay: day.value });
}

/** True from the day after the promised one. */
export function isNextStepOverdue(step: NextStep, today: CalendarDay): boolean {
  return step.dueDay < today;
}

/**
 * True when the agreed rhythm was missed: the last confirmed contact is more than `rhythmDays` days
 * ago. On the day of the rhythm itself there is still time.
 */
export function contactOverdue(
  lastConfirmedContact: CalendarDay,
  rhythmDays: number,
  today: CalendarDay,
): boolean {
  return daysBetween(lastConfirmedContact, today) > rhythmDays;
}

function isNextStepKind(text: string): text is NextStepKind {
  return (NEXT_STEP_KINDS as readonly string[]).includes(text);
}
