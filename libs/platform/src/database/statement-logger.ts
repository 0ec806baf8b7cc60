import type { Logger } from 'typeorm';
import { noteStatement } from './statement-counter.js';

/** Counts statements for tests and writes nothing: a logged statement could carry a person's data. */
export class StatementLogger implements Logger {
  logQuery(sql: string): void {
    noteStatement(sql);
  }

  logQueryError(): void {
    // The unit of work reports the SQLSTATE; the statement itself stays out of every log.
  }

  logQuerySlow(): void {
    // See logQueryError.
  }

  logSchemaBuild(): void {
    // Schemas change only by migration.
  }

  logMigration(): void {
    // The migrator reports its own progress.
  }

  log(): void {
    // TypeORM's notices carry nothing an operator needs.
  }
}
