import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDesk } from '@kinward/testing';
import { askForHelp, open, startDoor, type FamilyWords } from './test-support/door.js';

/** Pairs of tries; each takes two answers of 600 ms. More of them would meet the limit of attempts. */
const PAIRS = 25;

/** Milliseconds in the middle of a list. */
function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

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

  it('takes as long for words that nobody was given as for those of a family, and sends as much', async () => {
    const known: number[] = [];
    const unknown: number[] = [];
    const sizes = new Set<number>();
    for (let pair = 0; pair < PAIRS; pair += 1) {
      // In turn, so that a busy machine slows both alike.
      const one = await timed(words.code);
      const other = await timed(`${words.code} ${String.fromCharCode(97 + pair)}`);
      known.push(one.ms);
      unknown.push(other.ms);
      sizes.add(one.bytes).add(other.bytes);
    }
    const ratio = median(known) / median(unknown);
    process.stdout.write(`median known / unknown: ${ratio.toFixed(4)} of ${String(PAIRS)} pairs\n`);

    expect(Math.abs(1 - ratio)).toBeLessThan(0.05);
    expect([...sizes]).toHaveLength(1);
  });
});
