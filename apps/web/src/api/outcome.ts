import type { CombinedError } from 'urql';

/** What every refusal of the desk has (`UserError` of the schema). */
export interface Refusal {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  /** Path of the input field, where one is at fault. */
  readonly field?: string;
  /** Which rule, as a stable code. */
  readonly reason?: string;
  readonly currentVersion?: number;
  readonly presentState?: string;
}

/** The types of the schema that say no, all of them `UserError`. */
export const REFUSALS = [
  'IntegrityFailed',
  'InvalidInput',
  'NotFound',
  'Refused',
  'StaleVersion',
  'WrongState',
] as const;

type RefusalName = (typeof REFUSALS)[number];

/** Members of a result union that are no refusals. */
export type Success<Result extends { readonly __typename: string }> = Exclude<
  Result,
  { readonly __typename: RefusalName }
>;

/** Tells a refusal from what was asked for. */
export function isRefusal<Result extends { readonly __typename: string }>(
  result: Result,
): result is Extract<Result, { readonly __typename: RefusalName }> {
  return REFUSALS.some((each) => each === result.__typename);
}

/** How the way to the server failed: there is none, it asks to wait, it has newer pages than this one, or it made a mistake. */
export type FailureKind =
  'OFFLINE' | 'SIGNED_OUT' | 'FORBIDDEN' | 'TRY_LATER' | 'RENEWED' | 'FAILED';

/** Sorts what went wrong by what somebody can do about it. */
export function failureOf(error: CombinedError): FailureKind {
  if (error.networkError !== undefined && error.response === undefined) return 'OFFLINE';
  const codes = error.graphQLErrors.map(({ extensions }) => String(extensions['code'] ?? ''));
  if (codes.includes('UNAUTHENTICATED')) return 'SIGNED_OUT';
  if (codes.includes('FORBIDDEN')) return 'FORBIDDEN';
  if (codes.includes('UNKNOWN_DOCUMENT')) return 'RENEWED';
  return codes.includes('TOO_MANY_ATTEMPTS') ? 'TRY_LATER' : 'FAILED';
}
