/** Days after the approval of a need, or after an update was let out, before anybody outside sees it. */
export const COOLING_DAYS = 14;

const DAY_MS = 86_400_000;

const BANDS: readonly { readonly belowMinor: bigint; readonly stepMinor: bigint }[] = [
  { belowMinor: 10_000n, stepMinor: 1_000n },
  { belowMinor: 100_000n, stepMinor: 5_000n },
  { belowMinor: 1_000_000n, stepMinor: 50_000n },
];
const LARGEST_STEP = 100_000n;

/**
 * The amount that the public is asked for, in minor units: rounded down to a step of 10, 50, 500 or 1,000 euros, so that
 * an exact sum links no card to a payment. Less than the first step is asked for as that step.
 */
export function amountBand(minor: bigint): bigint {
  const step = BANDS.find(({ belowMinor }) => minor < belowMinor)?.stepMinor ?? LARGEST_STEP;
  const band = (minor / step) * step;
  return band === 0n ? step : band;
}

/** The first day on which the public sees a text, YYYY-MM-DD; never before the day it is let out. */
export function visibleFrom(startsOn: string, publishedOn: string): string {
  const cooled = new Date(Date.parse(startsOn) + COOLING_DAYS * DAY_MS).toISOString().slice(0, 10);
  return cooled > publishedOn ? cooled : publishedOn;
}

/** The month is all that a text says about its time, YYYY-MM. */
export const monthOf = (day: string): string => day.slice(0, 7);
