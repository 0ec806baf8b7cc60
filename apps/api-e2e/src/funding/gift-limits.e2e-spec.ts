import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { eur, GIFT_STARTED, openFund } from './gift-helpers.js';

/** What an address and what everybody together may begin in ten minutes. */
const OF_ADDRESS = 10;
const OF_ALL = 600;

describe('beginning gifts without end', () => {
  let gifts: GiftDesk;
  let fundIds: string[];

  // Counters are of a whole house, so each test has its own.
  beforeEach(async () => {
    gifts = await startGiftDesk();
    fundIds = [
      await openFund(gifts.desk, { isFreeFund: true }),
      await openFund(gifts.desk, { code: 'P-OTHER' }),
    ];
  });

  afterEach(() => gifts.close());

  const begin = async (email: string | null, fundId = fundIds[0]): Promise<string> => {
    const input = {
      ...{ organization: 'lantern', rhythm: 'ONCE', amount: eur(5000), fundId, email },
      acceptsCardNotice: true,
    };
    const answer = await gifts.desk.anonymous.ask(
      'mutation',
      'startGift',
      input,
      GIFT_STARTED.replace('Refused { reason }', 'Refused { reason message }'),
    );
    return answer.reason === undefined
      ? String(answer.__typename)
      : `${String(answer.reason)}: ${String(answer.message)}`;
  };
  const many = (count: number, email: string): Promise<string[]> =>
    Promise.all(Array.from({ length: count }, (_, at) => begin(email, fundIds[at % 2])));
  const asked = (): number =>
    gifts.sandbox.control.calls().filter(({ method }) => method === 'POST').length;
  const useUp = async (): Promise<void> => {
    await gifts.desk.database.asOperator(
      `UPDATE rate_limit SET points = $1 WHERE key = 'gift:all'`,
      [OF_ALL],
    );
  };
  const elapse = async (): Promise<void> => {
    await gifts.desk.database.asOperator('UPDATE rate_limit SET expire = 0');
  };

  it('ends for an address at ten in ten minutes, however it is written and whatever the fund', async () => {
    const answers = await many(OF_ADDRESS + 5, 'demo-donor@example.org');

    expect(answers.filter((answer) => answer === 'GiftStarted')).toHaveLength(OF_ADDRESS);
    expect(answers.filter((answer) => answer.startsWith('TOO_MANY_GIFTS_OF_ADDRESS'))).toHaveLength(
      5,
    );
    expect(await begin(' Demo-Donor@EXAMPLE.org', fundIds[1])).toMatch(/again in ten minutes/);
    expect(asked()).toBe(OF_ADDRESS);
    expect(await begin('demo-other@example.org')).toBe('GiftStarted');
    expect(await begin(null)).toBe('GiftStarted');
    await elapse();
    expect(await begin('demo-donor@example.org')).toBe('GiftStarted');
  });

  it('ends for everybody together, with and without an address, until the time is over', async () => {
    expect(await begin(null)).toBe('GiftStarted');
    await useUp();

    expect(await begin(null)).toMatch(/^TOO_MANY_GIFTS: .*again in ten minutes/);
    expect(await begin('demo-new@example.org', fundIds[1])).toMatch(/^TOO_MANY_GIFTS: /);
    expect(asked()).toBe(1);
    const stored = await gifts.desk.database.asOperator('SELECT FROM gift');
    expect(stored).toHaveLength(1);
    await elapse();
    expect(await begin(null)).toBe('GiftStarted');
  });

  it('is not taken from the others by who is over the own limit', async () => {
    await many(OF_ADDRESS + 5, 'demo-donor@example.org');

    const [row] = await gifts.desk.database.asOperator<{ points: number }>(
      `SELECT points FROM rate_limit WHERE key = 'gift:all'`,
    );
    expect(row?.points).toBe(OF_ADDRESS);
  });

  it('leaves counters that name nobody and lead to no donor', async () => {
    await begin('demo-donor@example.org');

    const counters = await gifts.desk.database.asOperator<{ key: string; is_donor: boolean }>(
      `SELECT r.key, EXISTS (SELECT FROM donor d WHERE strpos(r.key, encode(d.email_key, 'hex')) > 0) AS is_donor
       FROM rate_limit r WHERE r.key LIKE 'gift%' ORDER BY r.key`,
    );
    expect(counters.map(({ key }) => key)).toEqual([
      expect.stringMatching(/^gift-address:[0-9a-f]{64}$/),
      'gift:all',
    ]);
    expect(counters.map(({ is_donor: isDonor }) => isDonor)).toEqual([false, false]);
  });

  it('is seen by these tests: without its counters the eleventh gift begins', async () => {
    await many(OF_ADDRESS, 'demo-donor@example.org');
    expect(await begin('demo-donor@example.org')).toMatch(/^TOO_MANY/);

    await gifts.desk.database.asOperator('DELETE FROM rate_limit');

    expect(await begin('demo-donor@example.org')).toBe('GiftStarted');
  });
});
