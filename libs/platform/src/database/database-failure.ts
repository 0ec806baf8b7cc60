import { QueryFailedError } from 'typeorm';

/**
 * A failed statement, reduced to its SQLSTATE. The driver's own error carries the statement, its
 * parameters and sometimes the offending row, and must never travel further (security.md § 4.2).
 */
export class DatabaseFailure extends Error {
  constructor(
    readonly sqlState: string,
    readonly constraint: string | null,
  ) {
    super(`database failure ${sqlState}`);
    this.name = 'DatabaseFailure';
  }

  /** Serialization failure or deadlock: the whole use case may be run again. */
  get isRetryable(): boolean {
    return this.sqlState === '40001' || this.sqlState === '40P01';
  }
}

/** "Connection failure": what a lost connection is reported as, where the driver has no SQLSTATE for it. */
const CONNECTION_FAILURE = '08006';

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
  return new DatabaseFailure(code, typeof constraint === 'string' ? constraint : null);
}
