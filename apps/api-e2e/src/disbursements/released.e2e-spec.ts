import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { approvedPayout, fundedNeed, key, must, release } from './disbursement-scene.js';

describe('a payout and its bookings', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk.close());

  it('says who let it go and when, and which bookings of the books are its own', async () => {
    const { disbursementId } = await approvedPayout(desk, await fundedNeed(desk));
    const officer = await desk.as('finance-officer');
    const fields = `id releasedAt releasedBy { id displayName } releaseTransferId paymentTransferId
      deliveryTransferIds provenAt`;
    const read = async (input: object): Promise<Record<string, unknown>[]> => {
      const page = `{ edges { node { ${fields} } } }`;
      const { edges } = await officer.ask('query', 'disbursements', input, page);
      return edges.map(({ node }: { node: Record<string, unknown> }) => node);
    };
    const [before] = await read({ states: ['APPROVED'] });
    expect(before).toMatchObject({ releasedAt: null, releasedBy: null, releaseTransferId: null });

    await release(desk, disbursementId);
    const part = { minorUnits: '15000', currency: 'EUR' };
    await must(officer, 'markDelivered', { commandKey: key(), disbursementId, amount: part });

    const [after] = await read({ states: ['RELEASED', 'IN_TRANSIT', 'DELIVERED'] });
    const releasedBy = { id: await desk.personId('finance-officer') };
    expect(after).toMatchObject({ id: disbursementId, releasedBy, provenAt: null });
    const [signed] = await desk.database.asOperator<{ signed_at: Date }>(
      `SELECT signed_at FROM disbursement_signature WHERE act = 'RELEASED'`,
    );
    expect(after?.['releasedAt']).toBe(signed?.signed_at.toISOString());
    const { releaseTransferId, paymentTransferId, deliveryTransferIds } = after ?? {};
    const booked = await desk.database.asOperator<{ code: string }>(
      'SELECT code FROM ledger_transfer WHERE id = ANY($1) ORDER BY sequence',
      [[releaseTransferId, paymentTransferId].concat(deliveryTransferIds)],
    );
    expect(booked.map(({ code }) => code)).toEqual(['RELEASE', 'PAYMENT', 'DELIVERED']);
    const detail = '{ ... on DisbursementWithSignatures { releasedBy { id } releaseTransferId } }';
    expect(await officer.ask('query', 'disbursement', { disbursementId }, detail)).toEqual({
      releasedBy,
      releaseTransferId,
    });

    expect(await read({ releaseTransferIds: [releaseTransferId] })).toEqual([after]);
    expect(await read({ releaseTransferIds: [paymentTransferId] })).toEqual([]);
    const other = await desk.as('caseworker-three');
    const asked = { releaseTransferIds: [releaseTransferId] };
    const hidden = await other.ask('query', 'disbursements', asked, '{ edges { node { id } } }');
    expect(hidden.edges).toEqual([]);
  });
});
