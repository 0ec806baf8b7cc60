import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { fundedNeed, released } from './disbursement-scene.js';
import { day, NOBODYS_ID } from '../needs/need-helpers.js';

const ERRORS =
  '... on UserError { code } ... on InvalidInput { field reason } ... on Refused { reason }';
const DRAWN = `{ __typename ... on PaymentSampleDrawn { sampleId } ${ERRORS} }`;
const NOTED = `{ __typename ... on FindingNoted { finding } ${ERRORS} }`;
const SAMPLE = `{ __typename ... on PaymentSampleOpened {
  sample { id fromDay toDay size population seed auditEntries noted faults drawnBy { id } }
  payments { disbursementId place code state amount { minorUnits } evidence requiredEvidence approvalsRequired
    approvalsGiven releasedOn daysToRelease signatures { act signedAt } finding } } ${ERRORS} }`;

describe('a random sample of payments', () => {
  let desk: TestDesk;
  let auditor: TestClient;
  let period: { fromDay: string; toDay: string };
  const payouts: string[] = [];

  const draw = (more: object = {}) =>
    auditor.ask('mutation', 'drawPaymentSample', { ...period, size: 2, ...more }, DRAWN);
  /** A draw that must succeed. */
  const drawn = async (more: object = {}): Promise<string> => {
    const answer = await draw(more);
    if (answer.__typename !== 'PaymentSampleDrawn') throw new Error(JSON.stringify(answer));
    return answer.sampleId;
  };
  const open = (sampleId: string, client = auditor) =>
    client.ask('query', 'paymentSample', { sampleId }, SAMPLE);
  const note = (sampleId: string, disbursementId: string, finding: string | null) =>
    auditor.ask('mutation', 'noteFinding', { sampleId, disbursementId, finding }, NOTED);

  beforeAll(async () => {
    desk = await startTestDesk();
    for (let count = 0; count < 3; count += 1) {
      payouts.push((await released(desk, await fundedNeed(desk))).disbursementId);
    }
    period = { fromDay: day(desk), toDay: day(desk) };
    desk.clock.advance({ days: 1, minutes: 60 });
    auditor = await desk.as('auditor');
  });

  afterAll(() => desk.close());

  it('is drawn by a seed that nobody chooses, and anybody can draw it again', async () => {
    const sampleId = await drawn();
    const { sample, payments } = await open(sampleId);
    expect(sample).toMatchObject({
      ...{ ...period, size: 2, population: 3, noted: 0, faults: 0 },
      seed: expect.stringMatching(/^[0-9a-f]{64}$/),
      drawnBy: { id: await desk.personId('auditor') },
    });
    const rank = (id: string): string =>
      createHash('sha256')
        .update(Buffer.from(sample.seed + id.replaceAll('-', ''), 'hex'))
        .digest('hex');
    const expected = payouts.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
    const found = payments.map((line: { disbursementId: string }) => line.disbursementId);
    expect(found).toEqual(expected.slice(0, 2));
    expect(payments[0]).toMatchObject({
      ...{ place: 1, code: 'LIV-GRANT', state: 'RELEASED', amount: { minorUnits: '40000' } },
      ...{ requiredEvidence: 'E3', evidence: [], approvalsRequired: 1, approvalsGiven: 1 },
      ...{ daysToRelease: 0, finding: null },
    });
    const acts = payments[0].signatures.map(({ act }: { act: string }) => act);
    expect(acts.toSorted()).toEqual(['APPROVED', 'MADE', 'RELEASED']);
    const again = await open(await drawn());
    expect(again.sample.seed).not.toBe(sample.seed);
  });

  it('keeps what was found, as a code that can be taken back', async () => {
    const sampleId = await drawn({ size: 3 });
    const [one, other] = (await open(sampleId)).payments;
    expect(await note(sampleId, one.disbursementId, 'OK')).toMatchObject({ finding: 'OK' });
    await note(sampleId, other.disbursementId, 'EVIDENCE_MISSING');
    expect((await open(sampleId)).sample).toMatchObject({ noted: 2, faults: 1 });
    expect(await note(sampleId, other.disbursementId, null)).toMatchObject({ finding: null });
    expect((await open(sampleId)).sample).toMatchObject({ noted: 1, faults: 0 });
    const rows = await desk.database.asOperator<{ reason: string }>(
      `SELECT reason FROM audit_entry WHERE action = 'PAYMENT_FINDING_NOTED' AND subject_id = $1`,
      [other.disbursementId],
    );
    expect(rows.map(({ reason }) => reason).sort()).toEqual(['EVIDENCE_MISSING', 'TAKEN_BACK']);
  });

  it('stays on the list, newest first', async () => {
    const sampleId = await drawn({ size: 1 });
    const list = (input: object) =>
      auditor.ask(
        'query',
        'paymentSamples',
        input,
        '{ edges { node { id size } } pageInfo { endCursor } }',
      );
    const first = await list({ first: 1 });
    expect(first.edges[0].node).toEqual({ id: sampleId, size: 1 });
    await drawn({ size: 2 });
    const { pageInfo } = await list({ first: 1 });
    const next = await list({ first: 1, after: pageInfo.endCursor });
    expect(next.edges[0].node.id).toBe(sampleId);
    const wrong = await auditor.send('{ paymentSamples(input: { after: "x" }) { __typename } }');
    expect(wrong.errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('is refused over a period that is not over, or without payments', async () => {
    expect(await draw({ toDay: day(desk) })).toMatchObject({ reason: 'PERIOD_NOT_OVER' });
    const empty = { fromDay: '2020-01-01', toDay: '2020-01-31' };
    expect(await draw(empty)).toMatchObject({ reason: 'NOTHING_TO_DRAW' });
    expect(await draw({ size: 0 })).toMatchObject({ field: 'size', reason: 'TOO_SMALL' });
    expect(await draw({ fromDay: 'x' })).toMatchObject({ field: 'fromDay', reason: 'NOT_A_DAY' });
  });

  it('is nothing of another organisation, and no other payment is noted', async () => {
    expect(await open(NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await open('x')).toMatchObject({ code: 'NOT_FOUND' });
    const sampleId = await drawn();
    expect(await note(sampleId, NOBODYS_ID, 'OK')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await note(NOBODYS_ID, payouts[0] ?? '', 'OK')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['coordinator', 'finance-officer', 'administrator'])(
    'is not drawn by a %s',
    async (key) => {
      const client = await desk.signIn(key);
      for (const document of [
        `mutation { drawPaymentSample(input: { fromDay: "2026-01-01", toDay: "2026-01-02", size: 1 }) { __typename } }`,
        `mutation { noteFinding(input: { sampleId: "${NOBODYS_ID}", disbursementId: "${NOBODYS_ID}" }) { __typename } }`,
      ]) {
        const { errors } = await client.send(document);
        expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
      }
    },
  );
});
