import type { StatementRunner } from '@kinward/platform';
import type { ClientBase, Pool } from 'pg';

/** A connection, or any of a pool's, in the shape in which the domains send statements. */
export function statementsOf(client: ClientBase | Pool): StatementRunner {
  return {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
      const { rows } = await (client as Pool).query(sql, [...parameters]);
      return rows as Row[];
    },
  };
}
