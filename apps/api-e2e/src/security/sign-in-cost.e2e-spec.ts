import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashRaw } from '@node-rs/argon2';
import { DEMO_PEOPLE, demoEmail } from '@kinward/runtime';
import { startTestDesk, type TestDesk } from '@kinward/testing';

const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) {
  __typename ... on Refused { reason } } }`;
const ATTEMPTS = 60;

describe('what a sign-in costs', () => {
  let desk: TestDesk;

  const median = (values: readonly number[]): number =>
    values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
  const timed = async (email: string): Promise<number> => {
    await desk.database.asOperator('DELETE FROM rate_limit');
    const startedAt = performance.now();
    const answer = await desk.anonymous.send(LOGIN, {
      input: { email, passphrase: 'wrong words' },
    });
    const took = performance.now() - startedAt;
    expect(answer.data.login.reason).toBe('SIGN_IN_REFUSED');
    return took;
  };

  const bareRun = async (): Promise<number> => {
    const startedAt = performance.now();
    const cost = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 };
    await hashRaw('wrong words', { ...cost, salt: Buffer.alloc(16) });
    return performance.now() - startedAt;
  };

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  it('is the same for known and unknown addresses: medians over 60 each, in turn, within a quarter', async () => {
    const [someone] = DEMO_PEOPLE;
    const known: number[] = [];
    const unknown: number[] = [];
    for (let index = 0; index < ATTEMPTS; index += 1) {
      known.push(await timed(someone === undefined ? '' : demoEmail(someone)));
      unknown.push(await timed(`nobody-${String(index)}@lantern.example`));
    }
    const bare: number[] = [];
    for (let index = 0; index < 9; index += 1) bare.push(await bareRun());
    const [one, other] = [median(known), median(unknown)];
    const ratio = Math.max(one, other) / Math.min(one, other);
    process.stderr.write(
      `sign-in: known ${one.toFixed(1)} ms, unknown ${other.toFixed(1)} ms, ratio ${ratio.toFixed(3)}\n`,
    );

    expect(ratio).toBeLessThan(1.25);
    expect(one).toBeGreaterThan(40);
    // On a machine that others keep busy, the hash alone takes longer; the sign-in adds little to it.
    expect(one).toBeLessThan(Math.max(250, median(bare) * 3));
  }, 120_000);

  it('ends in a queue: of 80 at once some are sent away, and others are not held up', async () => {
    const storm = Array.from({ length: 80 }, (_, index) => {
      const input = { email: `busy-${String(index)}@lantern.example`, passphrase: 'x' };
      return desk.anonymous.send(LOGIN, { input });
    });
    let answered = 0;
    for (const each of storm) void each.then(() => (answered += 1));
    const health = await desk.app.inject({ method: 'GET', url: '/health/ready' });
    const overtaken = 80 - answered;
    const reasons = (await Promise.all(storm)).map((answer) => String(answer.data.login.reason));

    expect(health.statusCode).toBe(200);
    expect(overtaken).toBeGreaterThan(40);
    const busy = reasons.filter((reason) => reason === 'SIGN_IN_BUSY').length;
    expect(busy).toBeGreaterThan(0);
    expect(busy).toBeLessThanOrEqual(15);
    expect(reasons.filter((reason) => reason === 'SIGN_IN_REFUSED')).toHaveLength(80 - busy);
  });
});
