/** A value that was reached, or the expected reason why it was not. Exceptions stay for bugs and outages. */
export type Result<T, E> = Ok<T> | Err<E>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Err<E> {
  readonly ok: false;
  readonly error: E;
}

/** Wraps a value as a success. */
export function ok(): Ok<void>;
export function ok<T>(value: T): Ok<T>;
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value };
}

/** Wraps an expected error; a unit of work that returns it is rolled back. */
export function err<E>(error: E): Err<E> {
  return { ok: false, error };
}
