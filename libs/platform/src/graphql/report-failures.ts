import { GraphQLError } from 'graphql';
import { DatabaseFailure } from '../database/database-failure.js';
import type { KinwardLogger } from '../logging/logger.js';

/** Writes what went wrong on our side, by operation, kind and SQLSTATE; refusals are no failures. */
export function reportFailures(logger: KinwardLogger, errors: readonly GraphQLError[]): void {
  for (const { originalError, path } of errors) {
    if (originalError === undefined || originalError instanceof GraphQLError) continue;
    logger.error('operation failed', {
      operation: String(path?.[0] ?? 'unknown'),
      errorName: originalError.name,
      ...(originalError instanceof DatabaseFailure ? { sqlState: originalError.sqlState } : {}),
    });
  }
}
