import { DataSource, type EntitySchema } from 'typeorm';
import { StatementLogger } from './statement-logger.js';

/** A class with `@Entity`, or its schema. */
export type EntityClass = (new () => object) | EntitySchema;

export interface DataSourceOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly entities: readonly EntityClass[];
}

/** Milliseconds after which the server gives up on a statement. */
const STATEMENT_TIMEOUT_MS = 15_000;

/** A connection pool for one of the serving roles; never for the owner of the tables. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: 'kinward',
    entities: [...options.entities],
    logger: new StatementLogger(),
    logging: ['query'],
    poolSize: options.poolSize,
    extra: {
      // Statements are sent without waiting for the answer to the one before (see UnitTransaction.begin).
      pipeline: true,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    },
    poolErrorHandler: () => {
      // A connection that dies while idle is replaced at the next request; nothing is lost.
    },
  });
}

/**
 * The address of the same database for a serving role.
 * @param adminUrl the operator's address
 */
export function urlForRole(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}
