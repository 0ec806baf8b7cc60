const DAY_MS = 86_400_000;
const DAYS_OF_YEAR = 365n;
const MONTHS_OF_YEAR = 12n;

/** What a grant is measured by; amounts in minor units, days YYYY-MM-DD. */
export interface BurnFacts {
  /** What may be spent on aid. */
  readonly spendableMinor: bigint;
  readonly spentMinor: bigint;
  readonly startsOn: string;
  /** The last day on which it may be spent. */
  readonly lapsesOn: string;
  readonly today: string;
}

/** How quickly a grant is spent, against the time that it has; amounts in minor units. */
export interface Burn {
  /** Days of its time that have passed, the first one included; none before it begins. */
  readonly daysGone: number;
  readonly days: number;
  /** Days until it lapses, the last one not counted; below zero afterwards. */
  readonly daysLeft: number;
  /** An average month at the pace so far, rounded down. */
  readonly perMonthMinor: bigint;
  /** An average month that would spend the rest in time, rounded up; null once no day is left. */
  readonly neededPerMonthMinor: bigint | null;
  /** The first day on which nothing would be left at this pace; null while nothing is spent. */
  readonly usedUpOn: string | null;
  /** What would be left on the last day at this pace, rounded up to the minor unit. */
  readonly wouldLapseMinor: bigint;
}

/** Counts a grant's pace in whole days and minor units: what was spent divided by the days gone, and no guess beyond that. */
export function burnOf({ spendableMinor, spentMinor, startsOn, lapsesOn, today }: BurnFacts): Burn {
  const days = between(startsOn, lapsesOn) + 1;
  const daysGone = Math.min(Math.max(between(startsOn, today) + 1, 0), days);
  const daysLeft = between(today, lapsesOn);
  const rest = atLeastZero(spendableMinor - spentMinor);
  const gone = BigInt(daysGone);
  const ahead = BigInt(Math.max(daysLeft, 0));
  const pace = gone === 0n ? 0n : atLeastZero(spentMinor);
  return {
    ...{ daysGone, days, daysLeft },
    perMonthMinor: gone === 0n ? 0n : (pace * DAYS_OF_YEAR) / (MONTHS_OF_YEAR * gone),
    neededPerMonthMinor: ahead === 0n ? null : upwards(rest * DAYS_OF_YEAR, MONTHS_OF_YEAR * ahead),
    usedUpOn: pace === 0n ? null : later(today, Number(upwards(rest * gone, pace))),
    wouldLapseMinor: gone === 0n ? rest : atLeastZero(rest - (pace * ahead) / gone),
  };
}

function between(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** Days in the far future end with the last day that has four digits of a year. */
function later(day: string, days: number): string {
  const last = Date.UTC(9999, 11, 31);
  const time = Math.min(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS, last);
  return new Date(time).toISOString().slice(0, 10);
}

const atLeastZero = (sum: bigint): bigint => (sum > 0n ? sum : 0n);
const upwards = (sum: bigint, by: bigint): bigint => (sum + by - 1n) / by;
