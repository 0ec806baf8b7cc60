import type { Stripe } from 'stripe';

type Recurring = Pick<Stripe.Price.Recurring, 'interval' | 'interval_count'>;

const DAY_SECONDS = 86_400;

/** The end of the period that begins at `start`, counted from the anchor so that a 31st stays one. */
export function periodEnd(anchor: number, start: number, recurring: Recurring): number {
  for (let periods = 1; ; periods += 1) {
    const end = added(anchor, periods * recurring.interval_count, recurring.interval);
    if (end > start) return end;
  }
}

function added(anchor: number, count: number, interval: Recurring['interval']): number {
  if (interval === 'day') return anchor + count * DAY_SECONDS;
  if (interval === 'week') return anchor + count * 7 * DAY_SECONDS;
  return monthsLater(anchor, interval === 'year' ? count * 12 : count);
}

/** The same day and time some months later, or the last day of a month that is too short. */
function monthsLater(anchor: number, months: number): number {
  const from = new Date(anchor * 1000);
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(month);
  to.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return to.getTime() / 1000;
}
