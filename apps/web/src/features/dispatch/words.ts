import { belarusianDuration, numberLocale } from '../../i18n/belarusian';
import { presentLanguage } from '../../i18n/i18n';
import { formatDate, formatTime } from '../../ui/time';

const MINUTES_OF_AN_HOUR = 60;

/** "1 hour, 30 minutes". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / MINUTES_OF_AN_HOUR);
  const rest = minutes % MINUTES_OF_AN_HOUR;
  const parts = [
    ...(hours > 0 ? [unit(hours, 'hour')] : []),
    ...(rest > 0 || hours === 0 ? [unit(rest, 'minute')] : []),
  ];
  return new Intl.ListFormat(numberLocale(presentLanguage()), { type: 'unit' }).format(parts);
}

/** "Sat 28 Nov, 10:00 – 12:00" in the zone of this device. */
export function formatWindow(from: string, to: string): string {
  const isSameDay = new Date(from).toDateString() === new Date(to).toDateString();
  return `${formatShort(from)} – ${isSameDay ? formatTime(to) : formatShort(to)}`;
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
  return formatDate(new Date(instant), format);
}

/** "November 2026" for `2026-11`. */
export function formatMonth(month: string): string {
  const format = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return formatDate(new Date(`${month}-01T00:00:00Z`), format);
}

function unit(value: number, name: 'hour' | 'minute'): string {
  const language = presentLanguage();
  if (language === 'be') return belarusianDuration(value, name);
  const format = { style: 'unit', unit: name, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(language, format).format(value);
}
