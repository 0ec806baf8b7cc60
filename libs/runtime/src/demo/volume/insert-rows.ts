import type { UnitOfWork } from '@kinward/platform';

/** Column → its type in PostgreSQL. */
export type ColumnTypes<Row> = { readonly [Column in keyof Row & string]: string };

/** Writes rows of one table in one statement. Names of tables and columns are ours, values are parameters. */
export async function insertRows<Row extends object>(
  unitOfWork: UnitOfWork,
  table: string,
  types: ColumnTypes<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(types) as (keyof Row & string)[];
  const arrays = columns.map((column, index) => `$${index + 1}::${types[column]}[]`);
  await unitOfWork.execute(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`,
    columns.map((column) => rows.map((row) => row[column])),
  );
}
