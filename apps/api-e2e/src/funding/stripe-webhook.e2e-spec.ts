import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGiftDesk, type GiftDesk } from '@kinward/testing';

const body = (id: string, more: object = {}) =>
  JSON.stringify({
    id,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: 1_790_000_000,
    type: 'demo.unknown',
    data: { object: { id: 'obj_demo', object: 'demo', email: 'demo-donor@example.org' } },
    ...more,
  });

describe('the webhook of the payment provider', () => {
  let gifts: GiftDesk;

  beforeAll(async () => {
    gifts = await startGiftDesk();
  });

  afterAll(() => gifts.close());

  const now = () => Math.floor(Date.now() / 1000);
  const sign = (text: string, at = now(), secret = gifts.settings.webhookSecret) =>
    `t=${String(at)},v1=${createHmac('sha256', secret)
      .update(`${String(at)}.${text}`)
      .digest('hex')}`;
  const send = async (text: string, signature: string | null, type = 'application/json') =>
    (
      await fetch(gifts.webhookUrl, {
        method: 'POST',
        headers: {
          'content-type': type,
          ...(signature === null ? {} : { 'stripe-signature': signature }),
        },
        body: text,
      })
    ).status;
  const stored = async (): Promise<number> => {
    const rows = await gifts.desk.database.asOperator('SELECT event_id FROM stripe_event');
    return rows.length;
  };

  it('stores a signed event once, whatever its type, and never its payload', async () => {
    const text = body('evt_demo_once');

    expect(await send(text, sign(text))).toBe(200);
    expect(await send(text, sign(text))).toBe(200);
    await gifts.settle();

    const rows = await gifts.desk.database.asOperator<{ state: string; row: string }>(
      `SELECT state, e::text AS row FROM stripe_event e WHERE event_id = 'evt_demo_once'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.state).toBe('IGNORED');
    expect(rows[0]?.row).not.toContain('demo-donor');
  });

  it('takes a second signature, so that the secret can be changed', async () => {
    const text = body('evt_demo_rotation');
    const good = sign(text).replace(/^t=\d+,/, '');
    const header = `${sign(text, now(), 'whsec_demo_old')},${good}`;

    expect(await send(text, header)).toBe(200);
  });

  it('accepts 0 of 500 forgeries and does nothing: D7', async () => {
    const before = await stored();
    const accepted: string[] = [];
    const attempts: (readonly [string, string, string | null, string?])[] = [];
    for (let at = 0; at < 70; at += 1) {
      const text = body(`evt_forged_${String(at)}`);
      const good = sign(text);
      attempts.push(
        ['wrong secret', text, sign(text, now(), `whsec_demo_${String(at)}`)],
        ['stale', text, sign(text, now() - 301 - at)],
        ['changed body', text.replace('demo.unknown', 'charge.succeeded'), good],
        ['serialised anew', JSON.stringify(JSON.parse(text), null, 1), good],
        ['missing header', text, null],
        ['one digit changed', text, good.replace(/.$/, (end) => (end === '0' ? '1' : '0'))],
        ['time changed', text, good.replace(/^t=\d+/, `t=${String(now() + 1 + at)}`)],
      );
    }
    for (let at = 0; at < 10; at += 1) {
      const huge = body(`evt_huge_${String(at)}`, { padding: 'x'.repeat(300_000) });
      attempts.push(['huge', huge, sign(huge)]);
    }
    const statuses = new Set<number>();
    for (const [what, text, signature] of attempts) {
      const status = await send(text, signature).catch(() => 413);
      statuses.add(status);
      if (status < 400) accepted.push(what);
    }

    expect(attempts).toHaveLength(500);
    expect(accepted).toEqual([]);
    expect([...statuses].sort()).toEqual([400, 413]);
    expect(await stored()).toBe(before);
  });

  it('reads bytes of whatever type they are called, and refuses nonsense that is signed', async () => {
    const text = body('evt_demo_type');
    expect(await send(text, sign(text), 'text/plain')).toBe(200);
    expect(await send('{"id":', sign('{"id":'))).toBe(400);
  });
});
