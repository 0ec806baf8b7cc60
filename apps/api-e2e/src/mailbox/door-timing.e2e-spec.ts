import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareSamples, median, type TestDesk } from '@kinward/testing';
import { askForHelp, open, startDoor, type FamilyWords } from './test-support/door.js';

const isLong = process.env['KINWARD_LONG_TESTS'] === 'on';
/** Pairs of tries; each takes two answers of 600 ms (security.md A14 wants 2,000). */
const PAIRS = isLong ? 2_000 : 50;
/** Pairs under way at once: fewer than would wait for each other's Argon2id. */
const AT_ONCE = 3;
/** Pairs after which the shares of attempts are forgotten, so that they are not what is measured. */
const WITHIN_SHARES = 50;

describe('how long the door takes to answer (A14)', () => {
  let desk: TestDesk;
  let words: FamilyWords;

  beforeAll(async () => {
    desk = await startDoor();
    words = await askForHelp(desk);
  });

  afterAll(() => desk.close());

  const timed = async (code: string): Promise<{ ms: number; bytes: number }> => {
    const startedAt = performance.now();
    const { html } = await open(desk, code);
    return { ms: performance.now() - startedAt, bytes: Buffer.byteLength(html) };
  };

  it(
    'takes as long for words that nobody was given as for those of a family, and sends as much',
    async () => {
      const known: number[] = [];
      const unknown: number[] = [];
      const sizes = new Set<number>();
      let next = 0;
      const tryPairs = async (): Promise<void> => {
        for (let pair = next++; pair < PAIRS; pair = next++) {
          if (pair % WITHIN_SHARES === 0) await desk.database.asOperator('DELETE FROM rate_limit');
          const wrong = `${words.code} ${pair.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`;
          // In turn, so that a busy machine and the place within a pair mean nothing.
          const codes = pair % 2 === 0 ? [words.code, wrong] : [wrong, words.code];
          for (const code of codes) {
            const { ms, bytes } = await timed(code);
            (code === wrong ? unknown : known).push(ms);
            sizes.add(bytes);
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, tryPairs));
      const ratio = median(known) / median(unknown);
      const { distance, p } = compareSamples(known, unknown);
      process.stdout.write(
        `${String(PAIRS)} pairs: medians ${median(known).toFixed(2)} and ${median(unknown).toFixed(2)} ms (ratio ` +
          `${ratio.toFixed(4)}), Kolmogorov–Smirnov distance ${distance.toFixed(4)}, p ${p.toFixed(3)}\n`,
      );

      expect(known).toHaveLength(PAIRS);
      expect(unknown).toHaveLength(PAIRS);
      expect(Math.abs(1 - ratio)).toBeLessThan(0.05);
      expect(p).toBeGreaterThan(0.01);
      expect([...sizes]).toHaveLength(1);
    },
    isLong ? 4 * 3_600_000 : 180_000,
  );
});
