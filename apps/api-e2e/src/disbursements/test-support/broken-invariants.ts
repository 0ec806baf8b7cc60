import { checkInvariants } from '@kinward/ledger';
import type pg from 'pg';

/** Codes of the invariants, of every domain, that do not hold on what an operator's connection sees. */
export async function brokenInvariants(operator: pg.Client): Promise<string[]> {
  const runner = {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
      (await operator.query(sql, [...parameters])).rows as Row[],
  };
  const results = await checkInvariants(runner, new Date());
  return results.filter(({ offenders }) => offenders.length > 0).map(({ code }) => code);
}
