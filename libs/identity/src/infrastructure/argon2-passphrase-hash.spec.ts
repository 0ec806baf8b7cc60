import { describe, expect, it } from '@jest/globals';
import { Argon2PassphraseHash, SignInBusy } from './argon2-passphrase-hash.js';

/** The cheapest that the library runs: here it is the queue that is tested. */
const CHEAP = { memoryKib: 8, passes: 1, parallelism: 1 };
const SALT = Buffer.alloc(16, 3);
const MAX_WAITING = 64;

/** How many runs stand between entering and leaving, read off at each step of the way. */
function running(hash: Argon2PassphraseHash): number {
  return (hash as unknown as { running: number }).running;
}

describe('the semaphore in front of Argon2id', () => {
  it.each([1, 2, 3])('never runs more than %i at once, and serves all 60', async (concurrency) => {
    const hash = new Argon2PassphraseHash({ kdfConcurrency: concurrency });
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, running(hash))), 0);
    const runs = Array.from({ length: 60 }, async (_, index) => {
      const key = await hash.hash(`Demo-${String(index)}`, SALT, CHEAP);
      most = Math.max(most, running(hash));
      return key.toString('hex');
    });
    const keys = await Promise.all(runs);
    clearInterval(watch);

    expect(new Set(keys).size).toBe(60);
    expect(most).toBe(concurrency);
    expect(running(hash)).toBe(0);
  });

  it('refuses the 66th of 70 who come at once, and everyone behind', async () => {
    const hash = new Argon2PassphraseHash({ kdfConcurrency: 1 });

    const outcomes = await Promise.allSettled(
      Array.from({ length: 70 }, () => hash.hash('Demo', SALT, CHEAP)),
    );

    const refused = outcomes.flatMap((outcome, place) =>
      outcome.status === 'rejected' ? [place] : [],
    );
    expect(refused).toEqual([65, 66, 67, 68, 69].map((place) => place));
    expect(outcomes[1 + MAX_WAITING]).toMatchObject({ reason: expect.any(SignInBusy) });
  });

  it('frees its place after a run that fails', async () => {
    const hash = new Argon2PassphraseHash({ kdfConcurrency: 1 });

    await expect(hash.hash('Demo', Buffer.alloc(2), CHEAP)).rejects.toThrow();
    const key = await hash.hash('Demo', SALT, CHEAP);

    expect(key).toHaveLength(32);
    expect(running(hash)).toBe(0);
  });
});
