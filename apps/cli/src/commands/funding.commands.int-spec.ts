import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { catchUpNow } from './funding.commands.js';

describe('funding catch-up', () => {
  let gifts: GiftDesk;

  beforeAll(async () => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    gifts = await startGiftDesk();
    gifts.sandbox.control.setChaos({ withhold: true });
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await gifts.close();
  });

  const run = (settings = gifts.settings) =>
    catchUpNow(gifts.desk.database.addresses.workerUrl, settings);
  const entries = async (): Promise<number> => {
    const rows = await gifts.desk.database.asOperator(
      `SELECT FROM audit_entry WHERE action = 'GIFT_EVENTS_CAUGHT_UP' AND reason = 'OPERATOR'`,
    );
    return rows.length;
  };

  it('takes in what never arrived, counts it, and leaves one entry', async () => {
    const { control } = gifts.sandbox;
    const { id } = await gifts.work.stripe.openCard({
      ref: 'demo',
      locale: 'en',
      publicUrl: 'http://127.0.0.1:3000',
      customerId: null,
    });
    control.submit(id);
    const { length } = control.objects().events;
    expect(length).toBeGreaterThan(0);

    expect(await run()).toEqual({
      text: `${String(length)} events listed, ${String(length)} of them had never arrived. The worker books them within a minute.`,
      data: { listed: length, missing: length },
    });
    expect(await run()).toMatchObject({ data: { listed: length, missing: 0 } });

    expect(await entries()).toBe(1);
    const stored = await gifts.desk.database.asOperator('SELECT FROM stripe_event');
    expect(stored).toHaveLength(length);
  });

  it('says so when the provider does not answer, and begins at the same place next time', async () => {
    const place = () => gifts.desk.database.asOperator('SELECT complete_to FROM stripe_listing');
    const before = await place();
    gifts.sandbox.control.inject({ kind: 'error500', path: '/v1/events', times: 20 });

    await expect(run()).rejects.toThrow(
      /^The payment provider did not answer \(.+\) after 0 events/,
    );

    gifts.sandbox.control.clearFaults();
    expect(await place()).toEqual(before);
  });

  it('names the variable where the account’s organisation is not registered', async () => {
    await expect(run({ ...gifts.settings, organization: 'demo-nobody' })).rejects.toThrow(
      /^There is no organisation demo-nobody; .* KINWARD_STRIPE_ORGANIZATION\.$/,
    );
  });
});
