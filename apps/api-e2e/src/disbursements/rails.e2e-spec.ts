import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { openCase } from '../cases/case-helpers.js';
import {
  ask,
  content,
  fundedNeed,
  key,
  must,
  ONLY_ERRORS,
  openFund,
  release,
  reserve,
  submitted,
  approve,
  type FundedNeed,
} from './disbursement-scene.js';

const FAMILIES = 64;
const K = 3;
const AT_ONCE = 8;
const EXPOSURE = '{ kind reference families limit sentence }';

describe('the limit of what a rail may link', () => {
  let desk: TestDesk;
  let fundId: string;
  const abroad: FundedNeed[] = [];

  beforeAll(async () => {
    desk = await startTestDesk();
    fundId = await openFund(desk, 10_000_000);
    // Before the crowd comes: afterwards nobody may take on another family.
    while (abroad.length <= K) abroad.push(await fundedNeed(desk));
  });
  afterAll(() => desk.close());

  /** An approved payout inside the country for a family of its own, over a merchant. */
  const payout = async (
    merchant: string,
    caseId?: string,
  ): Promise<{ id: string; caseId: string }> => {
    const family = caseId ?? (await openCase(desk));
    await desk.database.asOperator(`UPDATE case_file SET state = 'ACTIVE' WHERE id = $1`, [family]);
    const [need] = await desk.database.asOperator<{ id: string }>(
      `INSERT INTO need (id, organization_id, case_id, code, state, priority, amount_minor, region, due_day, asked_on,
         clock_started_at, author_id, approved_by, reach, funding_reference, required_evidence)
       SELECT gen_random_uuid(), organization_id, id, 'LEG-FINE', 'APPROVED', 'P1', 1000, region, '2099-01-01',
         '2026-01-01', now(), $2, $3, '{}', gen_random_uuid(), 'E1' FROM case_file WHERE id = $1 RETURNING id`,
      [family, await desk.personId('caseworker'), await desk.personId('coordinator')],
    );
    await desk.database.asOperator(
      `INSERT INTO contact_channel (id, organization_id, case_id, trust, sealed_t0)
       SELECT gen_random_uuid(), organization_id, id, 'VERIFIED', '\\x00' FROM case_file WHERE id = $1`,
      [family],
    );
    const { reservationId } = await reserve(desk, need?.id ?? '', fundId, 1_000);
    const caseworker = await desk.as('caseworker');
    const draft = await must(caseworker, 'draftDisbursement', {
      reservationId,
      ...content({
        amount: { minorUnits: '1000', currency: 'EUR' },
        channelClass: 'PARTNER_ROUTE',
        counterparties: [{ kind: 'MERCHANT', value: merchant }],
      }),
    });
    const { disbursementId: id } = draft;
    const handIn = { disbursementId: id, version: 1, acknowledgedWarnings: draft.warnings };
    await must(caseworker, 'submitDisbursement', handIn);
    const security = await desk.as('security-officer');
    await must(security, 'declareInterest', { disbursementId: id, hasInterest: false });
    await must(security, 'clearDisbursement', { disbursementId: id, version: 1, cleared: true });
    await approve(desk, id);
    const officer = await desk.as('finance-officer');
    await must(officer, 'declareInterest', { disbursementId: id, hasInterest: false });
    return { id, caseId: family };
  };
  const pay = async (id: string, card: string) =>
    ask(await desk.as('finance-officer'), 'releaseDisbursement', {
      commandKey: key(),
      disbursementId: id,
      version: 1,
      rails: [{ kind: 'CARD', value: card }],
    });
  const exposure = async (rail: object | null = null) =>
    (await desk.as('security-officer')).ask('query', 'railExposure', { rail }, EXPOSURE);

  it(`lets exactly ${String(K)} of ${String(FAMILIES)} families through that are paid at once over one merchant and card`, async () => {
    const payouts: { id: string }[] = [];
    while (payouts.length < FAMILIES) {
      const batch = Math.min(AT_ONCE, FAMILIES - payouts.length);
      payouts.push(
        ...(await Promise.all(Array.from({ length: batch }, () => payout('Demo-Shop 64')))),
      );
    }

    const answers = await Promise.all(payouts.map(({ id }) => pay(id, 'Demo-Card 64')));

    expect(answers.filter((answer) => answer.state === 'RELEASED')).toHaveLength(K);
    expect(answers.filter((answer) => answer.reason === 'RAIL_LIMIT_REACHED')).toHaveLength(
      FAMILIES - K,
    );
    const [card] = await exposure({ kind: 'CARD', value: 'Demo-Card 64' });
    expect(card).toMatchObject({ families: K, limit: K });
    const posts = await desk.database.asOperator(
      'SELECT FROM disbursement WHERE id = ANY($1) AND payment_transfer_id IS NOT NULL',
      [payouts.map(({ id }) => id)],
    );
    expect(posts).toHaveLength(K);
  }, 300_000);

  it('counts families and not payouts, and names the worst first in plain words', async () => {
    const first = await payout('Demo-Kiosk 5');
    expect(await pay(first.id, 'Demo-Card A')).toMatchObject({ state: 'RELEASED' });
    const again = await payout('Demo-Kiosk 5', first.caseId);
    expect(await pay(again.id, 'Demo-Card B')).toMatchObject({ state: 'RELEASED' });
    const other = await payout('DEMO KIOSK-5');
    expect(await pay(other.id, 'Demo-Card C')).toMatchObject({ state: 'RELEASED' });

    const [kiosk] = await exposure({ kind: 'MERCHANT', value: 'demo-kiosk 5' });

    expect(kiosk).toMatchObject({ kind: 'MERCHANT', families: 2, limit: K });
    expect(kiosk.sentence).toMatch(
      /^If the merchant behind [0-9a-f]{12} talks today, 2 families become linkable\.$/,
    );
    const counts = (await exposure()).map((row: { families: number }) => row.families);
    expect(counts).toEqual([...counts].sort((one: number, another: number) => another - one));
    const stored = await desk.database.asOperator<{ text: string }>(
      'SELECT u::text AS text FROM rail_use u',
    );
    expect(stored.some(({ text }) => text.toLowerCase().includes('kiosk'))).toBe(false);
  });

  it('lets a reviewed vendor see more, until its review is due', async () => {
    const security = await desk.as('security-officer');
    const review = (more: object) =>
      security.ask(
        'mutation',
        'reviewVendorLimit',
        {
          kind: 'MERCHANT',
          value: 'Demo-Clinic',
          families: 5,
          reviewDue: new Date(desk.clock.now().getTime() + 30 * 86_400_000)
            .toISOString()
            .slice(0, 10),
          ...more,
        },
        ONLY_ERRORS,
      );

    expect(await review({ kind: 'CARD' })).toMatchObject({ field: 'kind' });
    expect(await review({ families: 0 })).toMatchObject({ field: 'families' });
    expect(await review({ reviewDue: '2020-01-01' })).toMatchObject({ field: 'reviewDue' });
    expect(await review({})).toMatchObject({ __typename: 'VendorLimitReviewed' });
    for (let index = 0; index < 4; index += 1) {
      const { id } = await payout('Demo-Clinic');
      expect(await pay(id, `Demo-Card clinic ${String(index)}`)).toMatchObject({
        state: 'RELEASED',
      });
    }
    await desk.database.asOperator(
      `UPDATE rail_limit SET reviewed_on = '2020-01-01', review_due = '2020-02-01'`,
    );
    const { id } = await payout('Demo-Clinic');
    expect(await pay(id, 'Demo-Card late')).toMatchObject({ reason: 'RAIL_LIMIT_REACHED' });
  });

  it('does not count what nobody inside can see', async () => {
    for (const funded of abroad) {
      const { disbursementId } = await submitted(desk, funded, {
        counterparties: [{ kind: 'BANK_SENDER', value: 'Demo-Bank' }],
      });
      await approve(desk, disbursementId);
      expect(await release(desk, disbursementId)).toMatchObject({ state: 'RELEASED' });
    }
    expect(await exposure({ kind: 'BANK_SENDER', value: 'Demo-Bank' })).toEqual([]);
  });
});
