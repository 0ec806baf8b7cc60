/** Persons of the demonstration's public list, about as many as the real one had when this was written. */
const PERSONS = 1_400;

/** Values of each facet and how many of a hundred have it. All of it is made up. */
const SHARES: Readonly<Record<string, readonly (readonly [value: string, percent: number])[]>> = {
  sex: [
    ['M', 82],
    ['F', 18],
  ],
  region: [
    ['IN_CAPITAL', 42],
    ['IN_WEST', 20],
    ['IN_EAST', 18],
    ['IN_NORTH', 10],
    ['IN_SOUTH', 10],
  ],
  year: [
    ['2020', 12],
    ['2021', 24],
    ['2022', 22],
    ['2023', 20],
    ['2024', 14],
    ['2025', 8],
  ],
  term: [
    ['NONE', 14],
    ['UP_TO_2', 20],
    ['FROM_2_TO_5', 36],
    ['FROM_5_TO_10', 20],
    ['OVER_10', 10],
  ],
  children: [
    ['NONE', 52],
    ['ONE', 24],
    ['TWO', 17],
    ['THREE_PLUS', 7],
  ],
};

/** A file as an operator imports it: {@link PERSONS} coarse rows, the same at every seeding. */
export function demoPublicList(): string {
  let seed = 7;
  const draw = (): number => {
    // Park and Miller's generator: small, even enough, and the same everywhere.
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % 100;
  };
  const rows = Array.from({ length: PERSONS }, () =>
    Object.values(SHARES)
      .map((shares) => pick(shares, draw()))
      .join(','),
  );
  return [Object.keys(SHARES).join(','), ...rows].join('\n');
}

function pick(shares: readonly (readonly [string, number])[], percent: number): string {
  let passed = 0;
  for (const [value, share] of shares) {
    passed += share;
    if (percent < passed) return value;
  }
  throw new Error('the shares of a facet make a hundred');
}
