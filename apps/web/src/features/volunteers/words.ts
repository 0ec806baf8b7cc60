import { formatDate } from '../../ui/time';

/** A Monday, to name the days of the week from. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const HOUR_MINUTES = 60;

/** The day of the week by its name; 1 is Monday. */
export function weekdayName(weekday: number): string {
  const format = { weekday: 'long', timeZone: 'UTC' } as const;
  return formatDate(new Date(MONDAY_MS + (weekday - 1) * DAY_MS), format);
}

/** Minutes of a day as a time field has them, `08:30`; the end of the day is `23:59`. */
export function timeOf(minute: number): string {
  const last = Math.min(minute, 24 * HOUR_MINUTES - 1);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(last / HOUR_MINUTES))}:${two(last % HOUR_MINUTES)}`;
}

/** A time field as minutes of the day; null where it is empty. */
export function minuteOf(time: string): number | null {
  const match = /^(\d{2}):(\d{2})/.exec(time);
  return match === null ? null : Number(match[1]) * HOUR_MINUTES + Number(match[2]);
}

/** Today on this device, YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
