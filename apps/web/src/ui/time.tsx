import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBelarusianDate, formatBelarusianDistance } from '../i18n/belarusian';
import { dateFormat, distanceFormat } from '../i18n/formats';
import { presentLanguage } from '../i18n/i18n';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** From here on a clock is amber. */
const SOON_MS = 24 * HOUR_MS;

/** "2026 г.": says nothing that four digits do not say, and ends a sentence twice. */
const YEAR_MARK = /\s?г\.(?=,|$)/u;

/** The time now, anew every half a minute. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** A day such as `3 Dec 2026`; days have no zone (YYYY-MM-DD). */
export function formatDay(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return formatDate(date, format);
}

/** A moment in the zone of this device, from an ISO instant. */
export function formatMoment(instant: string): string {
  const format = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return formatDate(new Date(instant), format);
}

/** A date in any form, in the language of the page. */
export function formatDate(date: Date, format: Intl.DateTimeFormatOptions): string {
  const language = presentLanguage();
  const text =
    language === 'be'
      ? formatBelarusianDate(date, format)
      : dateFormat(language, format).format(date);
  return text.replace(YEAR_MARK, '');
}

/** A time of day such as `14:03`, in the zone of this device, from an ISO instant. */
export function formatTime(instant: string): string {
  return formatDate(new Date(instant), { timeStyle: 'short' });
}

/** "in 4 hours", "2 days ago". */
export function formatDistance(ms: number): string {
  if (Math.abs(ms) < HOUR_MS) return formatCount(Math.round(ms / MINUTE_MS), 'minute');
  if (Math.abs(ms) < 2 * DAY_MS) return formatCount(Math.round(ms / HOUR_MS), 'hour');
  return formatCount(Math.round(ms / DAY_MS), 'day');
}

function formatCount(count: number, unit: 'minute' | 'hour' | 'day'): string {
  const language = presentLanguage();
  return language === 'be'
    ? formatBelarusianDistance(count, unit)
    : distanceFormat(language, { numeric: 'auto' }).format(count, unit);
}

/** A clock that runs: quiet, amber within a day, red when it is over; always in words. */
export function DueClock({
  dueAt,
  isShort = false,
}: {
  readonly dueAt: string | null;
  /** In a row there is room for "2 hours ago" alone, which says that it is over. */
  readonly isShort?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  if (dueAt === null) return <span className="due">{t('ui:noClock')}</span>;
  const left = new Date(dueAt).getTime() - now;
  const urgency = left < 0 ? 'late' : left < SOON_MS ? 'soon' : 'calm';
  const text = formatDistance(left);
  return (
    <time className="due" data-urgency={urgency} dateTime={dueAt} title={formatMoment(dueAt)}>
      {left < 0 && !isShort ? t('ui:late', { when: text }) : text}
    </time>
  );
}
