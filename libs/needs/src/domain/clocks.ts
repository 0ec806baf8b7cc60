import { calendarDay } from '@kinward/kernel';
import type { PriorityClock } from '@kinward/jurisdictions';
import { addDays, endOfDay, type CalendarDay } from './day.js';
import type { NeedState } from './need-states.js';

/** When an answer and an action are due; null where a priority has no such clock. */
export interface NeedClocks {
  readonly answerDueAt: Date | null;
  readonly actionDueAt: Date | null;
}

const MINUTE_MS = 60_000;

/**
 * The clocks of a need, from the instant of its first screening (decisions 22, 30): wall time for P0 and P1, whole
 * calendar days of the organisation's zone for P2 and P3, the due day itself for P4.
 */
export function clocksOf(
  clock: PriorityClock,
  startedAt: Date,
  dueDay: CalendarDay,
  timeZone: string,
): NeedClocks {
  switch (clock.kind) {
    case 'WALL':
      return {
        answerDueAt: new Date(startedAt.getTime() + clock.answerMinutes * MINUTE_MS),
        actionDueAt: new Date(startedAt.getTime() + clock.actionMinutes * MINUTE_MS),
      };
    case 'DAYS': {
      const today = calendarDay(startedAt, timeZone);
      return {
        answerDueAt: endOfDay(addDays(today, clock.answerDays), timeZone),
        actionDueAt: endOfDay(addDays(today, clock.actionDays), timeZone),
      };
    }
    case 'DUE_DAY':
      return { answerDueAt: null, actionDueAt: endOfDay(dueDay, timeZone) };
  }
}

/** Which clock runs in a state: until the decision the answer's, until the delivery the action's. */
export const RUNNING_CLOCK: Readonly<Partial<Record<NeedState, 'ANSWER' | 'ACTION'>>> = {
  DRAFT: 'ANSWER',
  SUBMITTED: 'ANSWER',
  ASSESSED: 'ANSWER',
  APPROVED: 'ACTION',
  WAITING_FUNDS: 'ACTION',
  FUNDED: 'ACTION',
  IN_DELIVERY: 'ACTION',
};
