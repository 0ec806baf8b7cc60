import fc from 'fast-check';

/** One step of a program; `which` picks among what the program has made so far. */
export type Command =
  | { readonly kind: 'grant' | 'reserve' | 'cover'; readonly fund: number; readonly amount: bigint }
  | {
      readonly kind: 'gift';
      readonly fund: number;
      readonly amount: bigint;
      readonly percent: number;
    }
  | {
      readonly kind: 'post' | 'void' | 'expire' | 'refund' | 'dispute' | 'correct';
      readonly which: number;
      readonly percent: number;
    }
  | { readonly kind: 'replay'; readonly which: number; readonly isChanged: boolean };

/** security.md test D3. */
export const LONGEST_PROGRAM = 60;
const FUNDS = 2;

const fund = fc.nat({ max: FUNDS - 1 });
const amount = fc.bigInt({ min: 1n, max: 2_000n });
const which = fc.nat({ max: LONGEST_PROGRAM });

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('grant' as const), fund, amount }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('gift' as const),
      fund,
      amount,
      percent: fc.nat({ max: 100 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('reserve' as const), fund, amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cover' as const), fund, amount }) },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constantFrom('post', 'post', 'void', 'expire', 'refund', 'dispute', 'correct'),
      which,
      percent: fc.integer({ min: 0, max: 120 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('replay' as const),
      which,
      isChanged: fc.boolean(),
    }),
  },
);

/** Programs of any length up to the longest, long ones as often as short ones. */
export const program = fc.array(command, { maxLength: LONGEST_PROGRAM, size: 'max' });
