/** A sum that somebody knows: the cells it stands for. */
export type Equation = readonly string[];

/**
 * Whether the sum over `wanted` follows from known sums by adding and subtracting any of them: whether its row lies in the
 * span of theirs. Computed modulo a large prime, where a row that lies outside looks as if inside by a chance of nothing.
 */
export function canDerive(known: readonly Equation[], wanted: Equation): boolean {
  const near = connected(known, wanted);
  const rows = near.map((cells) => toRow(cells));
  const pivots: (readonly [string, Row])[] = [];
  for (const row of rows) {
    const rest = reduced(row, pivots);
    const [first] = rest.keys();
    if (first !== undefined) pivots.push([first, scaled(rest, inverse(rest.get(first) ?? 1n))]);
  }
  return reduced(toRow(wanted), pivots).size === 0;
}

type Row = Map<string, bigint>;

const PRIME = 2_147_483_647n;

/** Only sums that share a cell with the wanted one, or with one that does, can tell anything of it. */
function connected(known: readonly Equation[], wanted: Equation): readonly Equation[] {
  const cells = new Set(wanted);
  const near = new Set<Equation>();
  for (let grown = true; grown;) {
    grown = false;
    for (const each of known) {
      if (near.has(each) || !each.some((cell) => cells.has(cell))) continue;
      near.add(each);
      each.forEach((cell) => cells.add(cell));
      grown = true;
    }
  }
  return [...near];
}

const toRow = (cells: Equation): Row => new Map(cells.map((cell) => [cell, 1n]));

function reduced(row: Row, pivots: readonly (readonly [string, Row])[]): Row {
  let rest = row;
  for (const [cell, pivot] of pivots) {
    const factor = rest.get(cell);
    if (factor !== undefined) rest = added(rest, scaled(pivot, PRIME - factor));
  }
  return rest;
}

function added(one: Row, other: Row): Row {
  const sum = new Map(one);
  for (const [cell, value] of other) {
    const next = ((sum.get(cell) ?? 0n) + value) % PRIME;
    if (next === 0n) sum.delete(cell);
    else sum.set(cell, next);
  }
  return sum;
}

const scaled = (row: Row, factor: bigint): Row =>
  new Map([...row].map(([cell, value]) => [cell, (value * factor) % PRIME]));

/** Fermat: the power of the prime less two. */
function inverse(value: bigint): bigint {
  let [result, base, power] = [1n, value % PRIME, PRIME - 2n];
  while (power > 0n) {
    if (power % 2n === 1n) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
    power /= 2n;
  }
  return result;
}
