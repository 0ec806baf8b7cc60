import { describe, expect, it } from '@jest/globals';
import { toId } from '@kinward/kernel';
import { LiveCaughtUp, LiveEvent } from './live-item.js';
import { LiveSubscription, type LiveSubscriptionOptions } from './live-subscription.js';

const event = (seq: number) =>
  new LiveEvent({ organizationId: 'demo', seq, topic: 'need', ids: {} });

function subscribe(options: Partial<LiveSubscriptionOptions> = {}) {
  const told = { tooSlow: 0, ended: 0 };
  const subscription = new LiveSubscription({
    viewer: { personId: toId('p'), organizationId: toId('o'), roles: new Set() },
    families: new Set(['need']),
    from: 0,
    first: [],
    replay: null,
    onTooSlow: () => (told.tooSlow += 1),
    onEnd: () => (told.ended += 1),
    ...options,
  });
  return { subscription, told };
}

async function take(subscription: LiveSubscription, count: number): Promise<unknown[]> {
  const taken: unknown[] = [];
  while (taken.length < count) {
    const step = await subscription.next();
    if (step.done === true) break;
    const item = step.value.liveFeed;
    taken.push('seq' in item ? item.seq : item.constructor.name);
  }
  return taken;
}

describe('a live subscription', () => {
  it('hands over what comes first, then what comes, and waits in between', async () => {
    const { subscription } = subscribe({ first: [new LiveCaughtUp(0)] });
    const taking = take(subscription, 3);
    subscription.push(event(1));
    await Promise.resolve();
    subscription.push(event(2));

    expect(await taking).toEqual(['LiveCaughtUp', 1, 2]);
  });

  it('reads what was missed before what comes, and hands over nothing twice', async () => {
    const pages = [
      { items: [event(3), event(4)], through: 4, isLast: false },
      { items: [event(5), new LiveCaughtUp(6)], through: 6, isLast: true },
    ];
    const { subscription } = subscribe({
      from: 2,
      replay: () => Promise.resolve(pages.shift() ?? { items: [], through: 6, isLast: true }),
    });
    // While the pages are read: some of what they hold, and what is new.
    for (const seq of [5, 6, 7, 8]) subscription.push(event(seq));

    expect(await take(subscription, 6)).toEqual([3, 4, 5, 'LiveCaughtUp', 7, 8]);
  });

  it('leaves out a batch that was being handed out when it began', async () => {
    const { subscription } = subscribe({ from: 4 });
    for (const seq of [3, 4, 5]) subscription.push(event(seq));

    expect(await take(subscription, 1)).toEqual([5]);
  });

  it('ends when its viewer reads too slowly, once, and lets go of what waits', async () => {
    const { subscription, told } = subscribe();
    for (let seq = 1; seq <= 1_000; seq += 1) subscription.push(event(seq));
    expect(told).toEqual({ tooSlow: 0, ended: 0 });
    subscription.push(event(1_001));
    subscription.push(event(1_002));

    expect(told).toEqual({ tooSlow: 1, ended: 1 });
    expect(await take(subscription, 1)).toEqual([]);
  });

  it('counts what waits, not what was read', async () => {
    const { subscription, told } = subscribe();
    for (let seq = 1; seq <= 3_000; seq += 1) {
      subscription.push(event(seq));
      if (seq % 500 === 0) await take(subscription, 500);
    }

    expect(told.tooSlow).toBe(0);
  });

  it('ends while it waits', async () => {
    const { subscription, told } = subscribe();
    const waiting = subscription.next();
    await subscription.return();

    expect(await waiting).toMatchObject({ done: true });
    expect(told.ended).toBe(1);
  });
});
