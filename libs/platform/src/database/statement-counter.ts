import { AsyncLocalStorage } from 'node:async_hooks';

/** Counts the SQL statements of one flow; tests read it (style.md habit 39). */
export interface StatementCounter {
  /** Statements without BEGIN, set_config and COMMIT (decision 29). */
  count: number;
  readonly texts: string[];
}

const counters = new AsyncLocalStorage<StatementCounter>();

/** Runs `work` and counts the statements it sends. */
export async function countStatements<T>(
  work: () => Promise<T>,
): Promise<{ value: T; counter: StatementCounter }> {
  const counter: StatementCounter = { count: 0, texts: [] };
  const value = await counters.run(counter, work);
  return { value, counter };
}

const FRAME = /^(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SELECT set_config)/i;

/** Called for every statement that leaves the process. */
export function noteStatement(sql: string): void {
  const counter = counters.getStore();
  if (counter === undefined || FRAME.test(sql.trimStart())) return;
  counter.count += 1;
  counter.texts.push(sql);
}
