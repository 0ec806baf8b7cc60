const DAYS = 90;
const DAY_MS = 86_400_000;

/** The ninety days that ended yesterday, as days of this device. */
export function lastQuarter(now: Date): { readonly fromDay: string; readonly toDay: string } {
  const dayOf = (instant: Date): string => {
    const two = (part: number): string => String(part).padStart(2, '0');
    return `${String(instant.getFullYear())}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
  };
  const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  return { fromDay: dayOf(before(DAYS)), toDay: dayOf(before(1)) };
}
