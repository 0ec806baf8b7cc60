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

/** The SQLSTATE form of whatever the driver threw; anything else is passed through untouched. */
export function toDatabaseFailure(error: unknown): unknown {
  const driver = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const code = (driver as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return error;
  const constraint = (driver as { constraint?: unknown }).constraint;
  return new DatabaseFailure(code, typeof constraint === 'string' ? constraint : null);
}
