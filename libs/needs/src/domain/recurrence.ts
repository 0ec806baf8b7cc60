import { addDays, addMonths, type CalendarDay } from './day.js';

/** How often a template makes a need. */
export const RHYTHMS = ['WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

const MONTHS: Readonly<Record<Exclude<Rhythm, 'WEEKLY'>, number>> = {
  MONTHLY: 1,
  QUARTERLY: 3,
  YEARLY: 12,
};
const WEEK = 7;

/** Days before its due day on which the need of a period is made, so that there is time to decide. */
export const LEAD_DAYS = 14;

/** Most periods of one template; longer help is reviewed and started anew. */
export const MOST_PERIODS = 60;

/** The due day of a period, counted from the first one: the 31st stays the last day of every month. */
export function dueDayOf(firstDueDay: CalendarDay, rhythm: Rhythm, period: number): CalendarDay {
  return rhythm === 'WEEKLY'
    ? addDays(firstDueDay, WEEK * period)
    : addMonths(firstDueDay, MONTHS[rhythm] * period);
}
