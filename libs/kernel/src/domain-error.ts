/**
 * The expected refusals a caller can receive. The set is closed so that every layer above can be
 * exhaustive; a domain adds detail through `reason`, never through personal data.
 *
 * `NOT_FOUND` also answers "exists, but not for you": the two look the same from outside.
 */
export type DomainError =
  | InvalidInputError
  | NotFoundError
  | WrongStateError
  | StaleVersionError
  | RefusedError
  | IntegrityError;

/** The value given for `field` cannot be used; `reason` is a stable code such as `UNKNOWN_CODE`. */
export interface InvalidInputError {
  readonly kind: 'INVALID_INPUT';
  readonly field: string;
  readonly reason: string;
}

/** There is no such thing, or the actor may not know that there is. */
export interface NotFoundError {
  readonly kind: 'NOT_FOUND';
}

/** The state machine has no such transition from the present state. */
export interface WrongStateError {
  readonly kind: 'WRONG_STATE';
  readonly state: string;
}

/** Somebody changed the record since the caller read it. */
export interface StaleVersionError {
  readonly kind: 'STALE_VERSION';
  readonly currentVersion: number;
}

/** A guard of the domain says no; `reason` is its stable code, such as `TWO_HOLDERS_REQUIRED`. */
export interface RefusedError {
  readonly kind: 'REFUSED';
  readonly reason: string;
}

/** Stored key material or ciphertext failed its checks. Always alerts, never falls back. */
export interface IntegrityError {
  readonly kind: 'INTEGRITY';
}

export const invalidInput = (field: string, reason: string): InvalidInputError => ({
  kind: 'INVALID_INPUT',
  field,
  reason,
});
export const notFound = (): NotFoundError => ({ kind: 'NOT_FOUND' });
export const wrongState = (state: string): WrongStateError => ({ kind: 'WRONG_STATE', state });
export const staleVersion = (currentVersion: number): StaleVersionError => ({
  kind: 'STALE_VERSION',
  currentVersion,
});
export const refused = (reason: string): RefusedError => ({ kind: 'REFUSED', reason });
export const integrity = (): IntegrityError => ({ kind: 'INTEGRITY' });
