/** Sends parameterised statements of one transaction: a unit of work in the server, a client in the worker. */
export interface StatementRunner {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}
