/** Minutes of one local day. */
export const DAY_MINUTES = 1440;

/** A moment as the clock on the wall shows it. */
export interface LocalTime {
  /** YYYY-MM-DD */
  readonly day: string;
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly minute: number;
}

/** Free time of every week, in minutes of the local day; `toMinute` is not part of it. */
export interface WeeklyHours {
  /** ISO 8601: 1 is Monday. */
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Between these minutes of the local day nobody is disturbed; the time may cross midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of an IANA zone. */
export function localTime(at: Date, timeZone: string): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: WEEKDAYS.indexOf(part('weekday')) + 1,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/** True for a zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** True within the quiet hours; equal ends are no quiet time. */
export function isQuiet(minute: number, quiet: QuietHours | null): boolean {
  if (quiet === null) return false;
  const { from, to } = quiet;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** True within the weekly hours. Whoever gave none is free at any time. */
export function isFreeTime(local: LocalTime, hours: readonly WeeklyHours[]): boolean {
  if (hours.length === 0) return true;
  return hours.some(
    ({ weekday, fromMinute, toMinute }) =>
      weekday === local.weekday && local.minute >= fromMinute && local.minute < toMinute,
  );
}

/** Building a format costs a thousand times more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}
