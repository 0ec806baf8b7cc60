import { isDeepStrictEqual } from 'node:util';
import { HttpConnection, postRequest } from '../../frame/http-load.mjs';
import { PAGE } from './screen.mjs';

/**
 * Asks every side for the queue of every token and compares the rows.
 *
 * @returns {Promise<Record<string, number>>} by side, the length of the first token's answer; `rows` of a page
 * @throws Error where they differ, are too few, or are the same for two organisations
 */
export async function checkSides(sides, tokens) {
  const lengths = { rows: PAGE };
  const seen = new Set();
  for (const token of tokens) {
    let expected;
    for (const [name, side] of Object.entries(sides)) {
      const body = await ask(side, token);
      lengths[name] ??= body.length;
      const page = side.rowsOf(JSON.parse(body.toString('utf8')));
      expected ??= page;
      const difference = differenceOf(expected, page);
      if (difference !== null) throw new Error(`${name} answers otherwise: ${difference}`);
    }
    if (expected.rows.length !== PAGE) throw new Error(`${expected.rows.length} rows on a page`);
    if (seen.has(expected.rows[0].id)) throw new Error('two organisations see the same need');
    seen.add(expected.rows[0].id);
  }
  return lengths;
}

async function ask({ port, query, variables }, token) {
  const connection = await HttpConnection.open(port);
  try {
    const request = postRequest({ path: '/graphql', body: { query, variables }, token });
    const { status, body } = await connection.send(request);
    if (status !== 200) throw new Error(`${status} ${body.toString('utf8', 0, 500)}`);
    return body;
  } finally {
    connection.close();
  }
}

/** The first field that differs, in words; null where none does. */
export function differenceOf(expected, found) {
  if (expected.hasNextPage !== found.hasNextPage) return 'another page follows or not';
  if (expected.rows.length !== found.rows.length) return `${found.rows.length} rows`;
  for (const [place, row] of expected.rows.entries()) {
    const other = found.rows[place];
    for (const key of new Set([...Object.keys(row), ...Object.keys(other)])) {
      if (isDeepStrictEqual(row[key], other[key])) continue;
      const values = [row[key], other[key]].map((value) => JSON.stringify(value));
      return `row ${place}, ${key}: ${values.join(' and ')}`;
    }
  }
  return null;
}
