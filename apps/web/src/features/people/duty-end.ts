const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** So many hours from `now`, to the full minute, as `HH:MM` where this device is. */
export function timeIn(hours: number, now: Date): string {
  const end = new Date(now.getTime() + hours * HOUR_MS);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(end.getHours())}:${two(end.getMinutes())}`;
}

/** The next moment at which a clock here shows this time: today, or tomorrow where it is over; null for no time. */
export function nextMoment(time: string, now: Date): Date | null {
  const match = /^(?<hours>\d{2}):(?<minutes>\d{2})$/.exec(time);
  if (match?.groups === undefined) return null;
  const moment = new Date(now);
  moment.setHours(Number(match.groups['hours']), Number(match.groups['minutes']), 0, 0);
  return moment > now ? moment : new Date(moment.getTime() + DAY_MS);
}
