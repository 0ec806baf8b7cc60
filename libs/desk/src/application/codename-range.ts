/** Sorts behind every other character where bytes are compared. */
const LAST_CHARACTER = '\u{10FFFF}';
const SQL_COLUMN = 'f.codename COLLATE "C"';

/**
 * Cases whose codename begins so, as a range: unlike LIKE, which row security keeps from every index, comparisons may
 * be answered by `case_file_by_codename`. Letters are large in every codename.
 * @param bind gives a value its place in the statement
 */
export function codenameBegins(part: string, bind: (value: unknown) => string): string {
  const from = part.toUpperCase();
  return `${SQL_COLUMN} >= ${bind(from)}::text AND ${SQL_COLUMN} < ${bind(from + LAST_CHARACTER)}::text`;
}
