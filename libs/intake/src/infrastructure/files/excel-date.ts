const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;
/** Day 0 of the two ways to count; the first one has a 29 February 1900 that never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const FEIGNED_DAY = 60;
const MOST_DAYS = 200_000;

/** Built-in formats that show a day or a time (ECMA-376 part 1, 18.8.30). */
const BUILT_IN = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Whether a number with this format is a day. @param code of a format of the workbook's own */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([from, to]) => id >= from && id <= to);
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dmyhs]/i.test(bare) && !/^general$/i.test(bare);
}

/** A serial number as YYYY-MM-DD, with the time where it has one; the number itself where it is no day. */
export function excelDay(serial: string, from1904: boolean): string {
  const days = Number(serial);
  if (!Number.isFinite(days) || days < 0 || days > MOST_DAYS) return serial;
  const feigned = !from1904 && days >= FEIGNED_DAY ? 1 : 0;
  const instant = (from1904 ? EPOCH_1904 : EPOCH_1900) + (days - feigned) * DAY_MS;
  const text = new Date(Math.round(instant / SECOND_MS) * SECOND_MS).toISOString();
  return Number.isInteger(days) ? text.slice(0, 10) : text.slice(0, 19);
}
