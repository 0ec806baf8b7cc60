import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { catchUp, type GiftWork } from '@kinward/funding';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';
import { askedSince, listedTo, missingEvents } from './event-helpers.js';
import { balanceOf, openFund, startGift } from './gift-helpers.js';

const DAY_MS = 86_400_000;

describe('events that never arrived', () => {
  let gifts: GiftDesk;
  let fundId: string;

  beforeEach(async () => {
    gifts = await startGiftDesk();
    fundId = await openFund(gifts.desk, { isFreeFund: true });
  });

  afterEach(() => gifts.close());

  const silence = (withhold: boolean): void => {
    gifts.sandbox.control.setChaos({ withhold });
  };
  const paid = async (): Promise<string> => {
    const { sessionId } = await startGift(gifts, { fundId });
    gifts.sandbox.control.submit(sessionId);
    return sessionId;
  };
  const stateOf = async (sessionId: string): Promise<string | undefined> => {
    const [row] = await gifts.desk.database.asOperator<{ state: string }>(
      'SELECT state FROM gift WHERE session_id = $1',
      [sessionId],
    );
    return row?.state;
  };
  /** Work of a worker that dies after some events. */
  const dyingAfter = (transactions: number): GiftWork => {
    let left = transactions;
    return {
      ...gifts.work,
      inTransaction: (work) => {
        if (left === 0) throw new Error('Demo-death');
        left -= 1;
        return gifts.work.inTransaction(work);
      },
    };
  };
  /** A listing, three days of silence with a gift in them, and one webhook that comes through after them. */
  const threeDaysOfSilence = async (): Promise<string> => {
    await gifts.catchUp();
    silence(true);
    const unheard = await paid();
    gifts.desk.clock.advance({ days: 3 });
    silence(false);
    const heard = await paid();
    await gifts.settle();
    expect(await stateOf(heard)).toBe('SUCCEEDED');
    expect(await stateOf(unheard)).toBe('INTENT');
    return unheard;
  };

  it('are all listed after three days, although a fresh webhook came first', async () => {
    const unheard = await threeDaysOfSilence();
    const missing = await missingEvents(gifts);
    expect(missing.length).toBeGreaterThan(2);

    expect(await gifts.catchUp()).toBe(missing.length);
    await gifts.settle();

    expect(await missingEvents(gifts)).toEqual([]);
    expect(await stateOf(unheard)).toBe('SUCCEEDED');
    expect(await balanceOf(gifts, 'STRIPE')).toBe(BigInt(gifts.sandbox.control.totals().balance));
  });

  it('are found wherever a listing died, from the same place as before', async () => {
    const unheard = await threeDaysOfSilence();
    const before = await listedTo(gifts);
    const events = gifts.sandbox.control.objects().events.length;

    // One transaction reads the place; newest first, so the old events are those that are left out.
    for (const handled of [0, 1, Math.floor(events / 2), events]) {
      await expect(catchUp(dyingAfter(1 + handled))).rejects.toThrow('Demo-death');
      expect(await listedTo(gifts)).toEqual(before);
    }
    silence(false);
    await paid();
    await gifts.settle();
    await gifts.catchUp();
    await gifts.settle();

    expect(await missingEvents(gifts)).toEqual([]);
    expect(await stateOf(unheard)).toBe('SUCCEEDED');
    const [, ...since] = askedSince(gifts);
    expect(new Set(since).size).toBe(1);
    expect(await listedTo(gifts)).not.toEqual(before);
  });

  it('are found when the provider falls silent in the middle', async () => {
    await threeDaysOfSilence();
    const before = await listedTo(gifts);
    gifts.sandbox.control.inject({ kind: 'error500', path: '/v1/events', times: 20 });

    await expect(gifts.catchUp()).rejects.toThrow('the payment provider did not answer');
    expect(await listedTo(gifts)).toEqual(before);

    gifts.sandbox.control.clearFaults();
    await gifts.catchUp();
    expect(await missingEvents(gifts)).toEqual([]);
  });

  it('are asked for as far back as the provider remembers, then a day before the last listing', async () => {
    const { clock } = gifts.desk;
    const seconds = (days: number) => Math.floor((clock.now().getTime() - days * DAY_MS) / 1000);

    await gifts.catchUp();
    const first = seconds(30);
    clock.advance({ days: 3 });
    await gifts.catchUp();
    const second = seconds(4);
    clock.advance({ days: 90 });
    await gifts.catchUp();
    const third = seconds(30);

    const since = askedSince(gifts);
    expect(since).toHaveLength(3);
    for (const [at, expected] of [first, second, third].entries())
      expect(Math.abs((since[at] ?? 0) - expected)).toBeLessThan(60);
  });

  it('are not passed over by a slow listing that ends after a quick one', async () => {
    let release: () => void = () => undefined;
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    await paid();
    await gifts.settle();
    const stripe = Object.assign(Object.create(gifts.work.stripe) as GiftWork['stripe'], {
      eventsSince: async function* (since: Date) {
        yield* gifts.work.stripe.eventsSince(since);
        await isReleased;
      },
    });
    const slow = catchUp({ ...gifts.work, stripe });
    await new Promise((resolve) => setTimeout(resolve, 50));
    gifts.desk.clock.advance({ days: 1 });
    await gifts.catchUp();
    const quick = await listedTo(gifts);
    expect(quick).not.toBeNull();

    release();
    await slow;

    expect(await listedTo(gifts)).toEqual(quick);
  });

  it('are counted while they are listed', async () => {
    silence(true);
    for (let at = 0; at < 15; at += 1) await paid();
    // Ten events and more of each payment, so that there is more than one report.
    const events = gifts.sandbox.control.objects().events.length;
    const heard: object[] = [];

    await catchUp(gifts.work, (sofar) => heard.push(sofar));

    expect(heard.length).toBe(1 + Math.floor(events / 100));
    expect(heard.at(-1)).toEqual({ listed: events, missing: events });
  });

  it('would stay missing if the place were moved before a listing is complete', async () => {
    await threeDaysOfSilence();
    const missing = await missingEvents(gifts);
    await gifts.desk.database.asOperator(`UPDATE stripe_listing SET complete_to = $1`, [
      gifts.desk.clock.now(),
    ]);

    expect(await gifts.catchUp()).toBe(0);

    expect(await missingEvents(gifts)).toEqual(missing);
  });
});
