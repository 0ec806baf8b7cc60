import { presentLanguage } from '../../i18n/i18n';

const MINUTES_OF_AN_HOUR = 60;

/** A country by its name; a place no more exact than that is shown before a task is taken. */
export function countryName(code: string): string {
  return new Intl.DisplayNames(presentLanguage(), { type: 'region' }).of(code) ?? code;
}

/** A language by its name. */
export function languageName(code: string): string {
  return new Intl.DisplayNames(presentLanguage(), { type: 'language' }).of(code) ?? code;
}

/** "1 hour, 30 minutes". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / MINUTES_OF_AN_HOUR);
  const rest = minutes % MINUTES_OF_AN_HOUR;
  const parts = [
    ...(hours > 0 ? [unit(hours, 'hour')] : []),
    ...(rest > 0 || hours === 0 ? [unit(rest, 'minute')] : []),
  ];
  return new Intl.ListFormat(presentLanguage(), { type: 'unit' }).format(parts);
}

/** "Sat 28 Nov, 10:00 to 12:00" in the zone of this device. */
export function formatWindow(from: string, to: string): string {
  const format = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return new Intl.DateTimeFormat(presentLanguage(), format).formatRange(
    new Date(from),
    new Date(to),
  );
}

/** "Sat 28 Nov, 10:00" in the zone of this device. */
export function formatShort(instant: string): string {
  const format = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return new Intl.DateTimeFormat(presentLanguage(), format).format(new Date(instant));
}

/** "16:22" in the zone of this device. */
export function formatClock(instant: string): string {
  return new Intl.DateTimeFormat(presentLanguage(), { timeStyle: 'short' }).format(
    new Date(instant),
  );
}

/** "November 2026" for `2026-11`. */
export function formatMonth(month: string): string {
  const format = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(presentLanguage(), format).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

function unit(value: number, name: 'hour' | 'minute'): string {
  const format = { style: 'unit', unit: name, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(presentLanguage(), format).format(value);
}
