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

/** The calendar day (YYYY-MM-DD) of an instant in an IANA time zone. */
export function calendarDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant);
}
