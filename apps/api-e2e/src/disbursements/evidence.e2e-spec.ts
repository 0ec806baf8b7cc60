import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpDatabase, startTestDesk, type TestDesk } from '@kinward/testing';
import { needRow, NOBODYS_ID } from '../needs/need-helpers.js';
import {
  ask,
  drafted,
  fundedNeed,
  key,
  must,
  ONLY_ERRORS,
  payoutRow,
  released,
  type AnyAnswer,
} from './disbursement-scene.js';

const DOCUMENT = Buffer.from('Demo-Document of the hospital').toString('base64');

describe('the proof that aid arrived', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk.close());

  /** A payout that arrived and asks for a class of proof. */
  const delivered = async (
    required: string,
  ): Promise<{ disbursementId: string; needId: string }> => {
    const funded = await fundedNeed(desk);
    const { disbursementId } = await released(desk, funded);
    await desk.database.asOperator('UPDATE disbursement SET required_evidence = $2 WHERE id = $1', [
      disbursementId,
      required,
    ]);
    const officer = await desk.as('finance-officer');
    await must(officer, 'markDelivered', { commandKey: key(), disbursementId });
    return { disbursementId, needId: funded.needId };
  };
  const record = async (
    disbursementId: string,
    evidenceClass: string,
    what: string,
    document?: string,
  ) =>
    ask(await desk.as('caseworker'), 'recordEvidence', {
      disbursementId,
      evidenceClass,
      what,
      ...(document === undefined ? {} : { document }),
    });
  const issue = async (disbursementId: string, by = 'caseworker'): Promise<AnyAnswer> =>
    (await desk.as(by)).ask(
      'mutation',
      'issueReceiptWord',
      { disbursementId },
      `{ __typename ... on ReceiptWordIssued { word expiresAt } ... on UserError { code }
         ... on WrongState { presentState } }`,
    );
  const confirm = (word: string) =>
    desk.anonymous.send(
      'mutation ($input: ConfirmReceiptInput!) { confirmReceipt(input: $input) { __typename ... on ReceiptNoted { message } } }',
      { input: { word } },
    );

  it.each([
    ['E9', 'RECEIPT', undefined, 'evidenceClass'],
    ['E3', 'SMELL', DOCUMENT, 'what'],
    ['E3', 'RECEIPT', undefined, 'document'],
    ['E3', 'RECEIPT', '***', 'document'],
    ['E0', 'NO_SAFE_PROOF', DOCUMENT, 'document'],
  ])('is checked: %s of %s', async (evidenceClass, what, document, field) => {
    const answer = await record(NOBODYS_ID, evidenceClass, what, document);

    expect(answer).toMatchObject({ __typename: 'InvalidInput', field });
  });

  it('is not the desk’s to give where it is the family’s word', async () => {
    expect(await record(NOBODYS_ID, 'E1', 'X')).toMatchObject({
      reason: 'ONLY_THE_FAMILY_CONFIRMS',
    });
    expect(await record(NOBODYS_ID, 'E2', 'DELIVERER_ATTESTS')).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('may be that none is possible, where none is asked for', async () => {
    const { disbursementId, needId } = await delivered('E0');

    expect(await record(disbursementId, 'E0', 'NO_SAFE_PROOF')).toMatchObject({
      state: 'EVIDENCED',
    });
    expect(await needRow(desk, needId)).toMatchObject({ state: 'CONFIRMED' });
    expect(await record(disbursementId, 'E0', 'NO_SAFE_PROOF')).toMatchObject({
      presentState: 'EVIDENCED',
    });
    const draft = await drafted(desk, await fundedNeed(desk));
    expect(await record(draft.disbursementId, 'E0', 'NO_SAFE_PROOF')).toMatchObject({
      presentState: 'DRAFT',
    });
  });

  it('of whoever delivered counts together with the family’s word only', async () => {
    const { disbursementId, needId } = await delivered('E2');

    expect(await record(disbursementId, 'E2', 'DELIVERER_ATTESTS')).toMatchObject({
      state: 'DELIVERED',
    });
    const { word } = await issue(disbursementId);
    await confirm(word);

    expect(await payoutRow(desk, disbursementId)).toMatchObject({ state: 'EVIDENCED' });
    expect(await needRow(desk, needId)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('is a word that works once, in any spelling, and says nothing to who guesses', async () => {
    const { disbursementId } = await delivered('E1');
    const first = await issue(disbursementId);
    const { word } = await issue(disbursementId);

    const answers = [
      await confirm('amber wrong 00'),
      await confirm(first.word),
      await confirm(` ${word.toUpperCase().replace(/ /g, '-')} `),
      await confirm(word),
    ];

    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(await payoutRow(desk, disbursementId)).toMatchObject({ state: 'EVIDENCED' });
    const proofs = await desk.database.asOperator(
      'SELECT class, recorded_by FROM disbursement_evidence WHERE disbursement_id = $1',
      [disbursementId],
    );
    expect(proofs).toEqual([{ class: 'E1', recorded_by: null }]);
    expect(await dumpDatabase(desk.database.addresses.adminUrl)).not.toContain(word);
    expect(await issue(disbursementId, 'caseworker-three')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await issue(disbursementId)).toMatchObject({ presentState: 'EVIDENCED' });
  });

  it('is too late after its days, and takes as long for a wrong word as for a right one', async () => {
    const { disbursementId } = await delivered('E1');
    const { word } = await issue(disbursementId);
    await desk.database.asOperator(
      `UPDATE receipt_word SET expires_at = now() WHERE disbursement_id = $1`,
      [disbursementId],
    );
    const timed = async (text: string): Promise<number> => {
      const startedAt = performance.now();
      await confirm(text);
      return performance.now() - startedAt;
    };

    expect(await timed(word)).toBeGreaterThanOrEqual(295);
    expect(await timed('no such word 11')).toBeGreaterThanOrEqual(295);
    expect(await payoutRow(desk, disbursementId)).toMatchObject({ state: 'DELIVERED' });
  });

  it('of a document that stays away is a commitment that nobody can guess at', async () => {
    const { disbursementId } = await delivered('E3');

    expect(await record(disbursementId, 'E3', 'RECEIPT', DOCUMENT)).toMatchObject({
      state: 'EVIDENCED',
    });

    const [row] = await desk.database.asOperator<{
      text: string;
      commitment: Buffer;
      sealed_t1: Buffer;
    }>(
      'SELECT e::text AS text, commitment, sealed_t1 FROM disbursement_evidence e WHERE disbursement_id = $1',
      [disbursementId],
    );
    expect(row?.commitment).toHaveLength(32);
    expect(row?.sealed_t1.length).toBeGreaterThan(64);
    expect(row?.text).not.toContain(Buffer.from('Demo-').toString('hex'));
    const officer = await desk.as('finance-officer');
    const again = await delivered('E3');
    const strange = {
      disbursementId: again.disbursementId,
      evidenceClass: 'E3',
      what: 'RECEIPT',
      document: DOCUMENT,
    };
    expect(await ask(officer, 'recordEvidence', strange)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that stays with the partner can be compared with what was committed to', async () => {
    const { disbursementId } = await delivered('E3');
    await record(disbursementId, 'E3', 'RECEIPT', DOCUMENT);
    await must(await desk.as('finance-officer'), 'reconcileDisbursement', {
      disbursementId,
      reference: 'KO-2026/1',
    });
    const caseworker = await desk.as('caseworker');
    const payout = await caseworker.ask(
      'query',
      'disbursement',
      { disbursementId },
      `{ ... on DisbursementWithSignatures { proofs { id evidenceClass what recordedAt } } }`,
    );
    const [proof] = payout.proofs;
    expect(payout.proofs).toEqual([
      { ...proof, evidenceClass: 'E3', what: 'RECEIPT', recordedAt: expect.any(String) },
    ]);
    const compare = async (who: string, document: string, evidenceId = proof.id) =>
      (await desk.as(who)).ask(
        'mutation',
        'compareEvidence',
        { evidenceId, document },
        '{ __typename ... on EvidenceCompared { isSame } ... on UserError { code } ... on InvalidInput { field } }',
      );
    const other = Buffer.from('Demo-Document of the hospitaL').toString('base64');

    expect(await compare('caseworker', DOCUMENT)).toMatchObject({ isSame: true });
    expect(await compare('caseworker', other)).toMatchObject({ isSame: false });
    expect(await compare('caseworker', '***')).toMatchObject({ field: 'document' });
    expect(await compare('caseworker', DOCUMENT, NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await compare('caseworker-three', DOCUMENT)).toMatchObject({ code: 'NOT_FOUND' });
    await expect(compare('security-officer', DOCUMENT)).rejects.toThrow('FORBIDDEN');
  });

  it('in full is sealed to two keepers, and neither opens it alone', async () => {
    const { disbursementId } = await delivered('E4');
    const security = await desk.as('security-officer');
    const appoint = async (who: string) =>
      security.ask(
        'mutation',
        'appointEvidenceKeeper',
        { personId: await desk.personId(who) },
        ONLY_ERRORS,
      );
    const open = async (who: string, evidenceId: string) =>
      (await desk.as(who)).ask(
        'mutation',
        'openEvidence',
        { evidenceId },
        '{ __typename ... on EvidenceOpened { document } ... on UserError { code } }',
      );
    const unlock = async (who: string, evidenceId: string) =>
      (await desk.as(who)).ask('mutation', 'releaseEvidenceLock', { evidenceId }, ONLY_ERRORS);

    // Other tests of this file appoint keepers of their own.
    await desk.database.asOperator('DELETE FROM evidence_keeper');
    expect(await record(disbursementId, 'E4', 'RECEIPT', DOCUMENT)).toMatchObject({
      reason: 'TWO_KEEPERS_REQUIRED',
    });
    await appoint('coordinator');
    await appoint('auditor');
    expect(await appoint('caseworker-new')).toMatchObject({ reason: 'KEEPER_NOT_ACTIVE' });
    expect(await record(disbursementId, 'E4', 'RECEIPT', DOCUMENT)).toMatchObject({
      state: 'EVIDENCED',
    });
    const [row] = await desk.database.asOperator<{ id: string }>(
      'SELECT id FROM disbursement_evidence WHERE disbursement_id = $1',
      [disbursementId],
    );
    const id = row?.id ?? '';
    for (const who of ['coordinator', 'auditor', 'caseworker', 'security-officer']) {
      expect(await open(who, id)).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await unlock('security-officer', id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await unlock('auditor', id)).toMatchObject({ __typename: 'EvidenceLockReleased' });
    expect(await open('coordinator', id)).toMatchObject({ document: DOCUMENT });
    expect(await open('auditor', id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await unlock('auditor', id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await open('coordinator', NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
    const personId = await desk.personId('auditor');
    const dismiss = () =>
      security.ask('mutation', 'dismissEvidenceKeeper', { personId }, ONLY_ERRORS);
    expect(await dismiss()).toMatchObject({ __typename: 'EvidenceKeeperChanged' });
    expect(await dismiss()).toMatchObject({ code: 'NOT_FOUND' });
    const nobody = { personId: NOBODYS_ID };
    expect(
      await security.ask('mutation', 'appointEvidenceKeeper', nobody, ONLY_ERRORS),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('in full holds a million bytes and not one more, and nothing else in a request may be large', async () => {
    const { disbursementId } = await delivered('E4');
    const security = await desk.as('security-officer');
    for (const who of ['coordinator', 'auditor']) {
      const personId = await desk.personId(who);
      await security.ask('mutation', 'appointEvidenceKeeper', { personId }, ONLY_ERRORS);
    }
    const text = (bytes: number): string => Buffer.alloc(bytes, 7).toString('base64');

    for (const bytes of [1_000_001, 1_060_000]) {
      expect(await record(disbursementId, 'E4', 'RECEIPT', text(bytes))).toMatchObject({
        __typename: 'InvalidInput',
        field: expect.stringMatching(/document$/),
      });
    }
    expect(await record(disbursementId, 'E4', 'RECEIPT', text(1_000_000))).toMatchObject({
      state: 'EVIDENCED',
    });
    const caseworker = await desk.as('caseworker');
    const query = '{ me { id } }';
    const answer = (variables: object) => caseworker.send(query, { ...variables });
    const padding = 'x'.repeat(150_000);
    expect((await answer({ input: { document: padding } })).status).toBe(200);
    expect((await answer({ input: { other: padding } })).status).toBe(413);
    expect((await answer({ input: { document: 'x'.repeat(1_500_000) } })).status).toBe(413);
  });

  it('of the family cannot be guessed at without end, from one place or from one beginning', async () => {
    const from = async (remoteAddress: string, word: string): Promise<string> => {
      const query =
        'mutation ($input: ConfirmReceiptInput!) { confirmReceipt(input: $input) { __typename } }';
      const payload = { query, variables: { input: { word } } };
      const sent = { method: 'POST', url: '/graphql', remoteAddress, payload } as const;
      const response = await desk.app.inject(sent);
      return JSON.parse(response.payload).data.confirmReceipt.__typename;
    };
    const asked = (count: number, ask: (at: number) => Promise<string>) =>
      Promise.all(Array.from({ length: count }, (_, at) => ask(at)));
    const refused = (answers: readonly string[]): number =>
      answers.filter((one) => one === 'Refused').length;

    expect(refused(await asked(12, (at) => from('192.0.2.7', `demo${String(at)} wrong 00`)))).toBe(
      2,
    );
    expect(await from('192.0.2.8', 'elsewhere wrong 00')).toBe('ReceiptNoted');
    const alike = (at: number) => from(`2001:db8:0:${String(at)}::1`, `Alike-wrong ${String(at)}`);
    expect(refused(await asked(12, alike))).toBe(2);
    const neighbour = (at: number) => from(`2001:db8::${String(at)}`, `near${String(at)} wrong 00`);
    expect(refused(await asked(12, neighbour))).toBeGreaterThanOrEqual(2);
    expect(await from('127.0.0.1', 'another wrong 00')).toBe('ReceiptNoted');
    const stored = await desk.database.asOperator('SELECT r::text AS text FROM rate_limit r');
    expect(JSON.stringify(stored)).not.toMatch(/192\.0\.2|2001:|alike wrong|demo1/);
  });

  it('of the family has a limit for everybody together', async () => {
    await desk.database.asOperator(
      `INSERT INTO rate_limit (key, points, expire) VALUES ('receipt-word:all', 300, $1)
       ON CONFLICT (key) DO UPDATE SET points = excluded.points, expire = excluded.expire`,
      [Date.now() + 60_000],
    );

    const answer = await confirm('everybody wrong 00');
    await desk.database.asOperator(`DELETE FROM rate_limit WHERE key LIKE 'receipt-%'`);

    expect(answer.data.confirmReceipt.__typename).toBe('Refused');
  });

  it('is waived by a coordinator and a finance officer together', async () => {
    const { disbursementId } = await delivered('E4');
    const waive = async (who: string, reasonCode = 'PROOF_WOULD_ENDANGER') =>
      ask(await desk.as(who), 'waiveEvidence', { disbursementId, reasonCode });

    expect(await waive('coordinator', 'BORED')).toMatchObject({ field: 'reasonCode' });
    expect(await waive('coordinator')).toMatchObject({ state: 'DELIVERED' });
    expect(await waive('coordinator')).toMatchObject({ reason: 'ALREADY_SIGNED_BY_YOU' });
    expect(await waive('coordinator-two')).toMatchObject({ state: 'DELIVERED' });
    expect(await waive('finance-officer')).toMatchObject({ state: 'EVIDENCED' });
    expect(await waive('finance-officer')).toMatchObject({ presentState: 'EVIDENCED' });
  });
});
