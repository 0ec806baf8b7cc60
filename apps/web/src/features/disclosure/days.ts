const DAY_MS = 86_400_000;

/** The day of a moment where this device is (YYYY-MM-DD). */
export function dayOf(instant: string | Date): string {
  const date = new Date(instant);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day so many days before another. */
export function daysBefore(day: string, count: number): string {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() - count * DAY_MS)
    .toISOString()
    .slice(0, 10);
}
