import { QueryFailedError } from 'typeorm';

/**
 * A failed statement, reduced to its SQLSTATE. The driver's own error carries the statement, its
 * parameters and sometimes the offending row, and must never travel further (security.md § 4.2).
 */
export class DatabaseFailure extends Error {
  readonly #isStalePlan: boolean;

  constructor(
    readonly sqlState: string,
    readonly constraint: string | null,
    isStalePlan = false,
  ) {
    super(`database failure ${sqlState}`);
    this.name = 'DatabaseFailure';
    this.#isStalePlan = isStalePlan;
  }

  /** A prepared statement whose result has other columns since a migration; see {@link StatementNames.renew}. */
  get isStalePlan(): boolean {
    return this.#isStalePlan;
  }

  /** Serialization failure, deadlock or a stale plan: the whole use case may be run again. */
  get isRetryable(): boolean {
    return this.sqlState === '40001' || this.sqlState === '40P01' || this.#isStalePlan;
  }
}

/** "Connection failure": what a lost connection is reported as, where the driver has no SQLSTATE for it. */
const CONNECTION_FAILURE = '08006';

/** What PostgreSQL's source calls the place that reports a stale plan; its SQLSTATE, 0A000, is shared with others. */
const STALE_PLAN_ROUTINE = 'RevalidateCachedQuery';

/** The SQLSTATE form of whatever a statement that was sent to the driver failed with. */
export function toStatementFailure(error: unknown): DatabaseFailure {
  const failure = toDatabaseFailure(error);
  return failure instanceof DatabaseFailure
    ? failure
    : new DatabaseFailure(CONNECTION_FAILURE, null);
}

/** The SQLSTATE form of whatever the driver threw; what is no failed statement is passed through untouched. */
export function toDatabaseFailure(error: unknown): unknown {
  const driver = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const code = (driver as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) {
    // A statement that was cut off has no SQLSTATE and still carries its text and parameters.
    return error instanceof QueryFailedError
      ? new DatabaseFailure(CONNECTION_FAILURE, null)
      : error;
  }
  const constraint = (driver as { constraint?: unknown }).constraint;
  const isStalePlan =
    code === '0A000' && (driver as { routine?: unknown }).routine === STALE_PLAN_ROUTINE;
  return new DatabaseFailure(code, typeof constraint === 'string' ? constraint : null, isStalePlan);
}
