/** The only source of time. Instants are UTC; tests hand in a clock they can move. */
export interface Clock {
  now(): Date;
}

/** The only source of new ids and random bytes outside cryptographic nonces. */
export interface IdGenerator {
  next(): string;
  /** Cryptographically strong random bytes. */
  bytes(length: number): Buffer;
}

/** Making one costs a hundred times as much as using it; there are as many as there are zones in use. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day (YYYY-MM-DD) of an instant in an IANA time zone. @throws RangeError for an unknown zone */
export function calendarDay(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}
