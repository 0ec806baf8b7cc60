/** What a field of date and time holds, as an instant; null where it is empty or half written. */
export function momentOf(typed: string): string | null {
  const moment = new Date(typed);
  return typed === '' || Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
