import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { CHILDREN_BANDS, SEXES, TERM_BANDS, type PublicListCell } from './facets.js';

const COLUMNS = ['sex', 'region', 'year', 'term', 'children'] as const;
const COUNT = 'persons';
const YEAR = /^(?:19|20)\d\d$/;
const WHOLE = /^[1-9]\d{0,6}$/;

/**
 * Reads a public list in coarse rows: CSV with the columns sex, region, year, term and children in any order, and
 * optionally persons for rows that stand for several. Every other column is refused, so that no name is ever read in.
 * Errors: INVALID_INPUT with field `header`, or `line N` of the file, and a code; never what stands there.
 */
export function readPublicList(
  file: string,
  regions: readonly string[],
): Result<readonly PublicListCell[], DomainError> {
  const [header = '', ...lines] = file.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const names = header.split(',').map((name) => name.trim().toLowerCase());
  if (names.some((name) => name !== COUNT && !COLUMNS.some((column) => column === name))) {
    return err(invalidInput('header', 'UNKNOWN_COLUMN'));
  }
  if (COLUMNS.some((column) => !names.includes(column)) || new Set(names).size < names.length) {
    return err(invalidInput('header', 'COLUMN_MISSING'));
  }
  const cells = new Map<string, PublicListCell>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cell = readRow(names, line, regions);
    if (cell === null) return err(invalidInput(`line ${String(index + 2)}`, 'UNKNOWN_CODE'));
    const key = COLUMNS.map((column) => cell[column]).join(' ');
    const persons = (cells.get(key)?.persons ?? 0) + cell.persons;
    cells.set(key, { ...cell, persons });
  }
  return cells.size === 0 ? err(invalidInput('header', 'EMPTY')) : ok([...cells.values()]);
}

function readRow(
  names: readonly string[],
  line: string,
  regions: readonly string[],
): PublicListCell | null {
  const values = line.split(',').map((value) => value.trim());
  if (values.length !== names.length) return null;
  const row = new Map(names.map((name, place) => [name, values[place] ?? '']));
  const of = (name: string): string => row.get(name) ?? '';
  const persons = row.get(COUNT) ?? '1';
  const isKnown =
    (SEXES as readonly string[]).includes(of('sex')) &&
    regions.includes(of('region')) &&
    YEAR.test(of('year')) &&
    (TERM_BANDS as readonly string[]).includes(of('term')) &&
    (CHILDREN_BANDS as readonly string[]).includes(of('children')) &&
    WHOLE.test(persons);
  if (!isKnown) return null;
  return {
    ...{ sex: of('sex'), region: of('region'), term: of('term'), children: of('children') },
    ...{ year: Number(of('year')), persons: Number(persons) },
  };
}
