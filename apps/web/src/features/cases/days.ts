import { useMe } from '../../session/session';
import { useNow } from '../../ui/time';

const DAY_MS = 86_400_000;

/** The day now in a zone, as YYYY-MM-DD; days from today may be added. */
export function dayIn(zone: string, now: number, ahead = 0): string {
  const format = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return addDays(new Intl.DateTimeFormat('en-CA', format).format(now), ahead);
}

/** A day some days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Today where my organisation counts its days. */
export function useToday(): string {
  const { organization } = useMe();
  return dayIn(organization.timeZone, useNow());
}
