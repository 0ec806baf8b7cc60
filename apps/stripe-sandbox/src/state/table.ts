interface Row {
  readonly id: string;
}

/** The objects of one type in the order of their creation. Rows are changed in place. */
export class Table<T extends Row> {
  private readonly rows = new Map<string, T>();

  add(row: T): T {
    this.rows.set(row.id, row);
    return row;
  }

  get(id: string | null | undefined): T | undefined {
    return id == null ? undefined : this.rows.get(id);
  }

  /** For ids that the sandbox itself has stored: a missing row is a bug. */
  need(id: string | null | undefined): T {
    const row = this.get(id);
    if (!row) throw new Error(`The sandbox has lost ${String(id)}`);
    return row;
  }

  remove(id: string): void {
    this.rows.delete(id);
  }

  all(): T[] {
    return [...this.rows.values()];
  }

  newestFirst(): T[] {
    return this.all().reverse();
  }

  load(rows: readonly T[]): void {
    this.rows.clear();
    for (const row of rows) this.rows.set(row.id, row);
  }
}
