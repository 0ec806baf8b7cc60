/** Most rows one page may hold, whatever is asked (security.md § 5: page size ≤ 50). */
export const MAX_PAGE_SIZE = 50;
export const DEFAULT_PAGE_SIZE = 25;

/** One page of a keyset-paged list: rows after `after`, in the list's own stable order. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Packs the sort key of a row into an opaque cursor. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key of a cursor, or `null` where the text is not one of ours with `length` parts. */
export function decodeCursor(
  cursor: string,
  length: number,
): readonly (string | number | null)[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey =
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => part === null || typeof part === 'string' || typeof part === 'number');
    return isKey ? (key as (string | number | null)[]) : null;
  } catch {
    return null;
  }
}

/** Cuts `first + 1` fetched rows to a page; the extra row only says that there is more. */
export function toPage<Row>(
  fetched: readonly Row[],
  first: number,
  keyOf: (row: Row) => readonly (string | number | null)[],
): Page<Row> {
  const rows = fetched.slice(0, first);
  const last = rows.at(-1);
  return {
    rows,
    endCursor: last === undefined ? null : encodeCursor(keyOf(last)),
    hasNextPage: fetched.length > first,
  };
}
