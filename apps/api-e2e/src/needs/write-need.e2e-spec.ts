import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpDatabase, startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { openCase } from '../cases/case-helpers.js';
import {
  aidedCase,
  ask,
  assessed,
  cents,
  claim,
  day,
  draft,
  FACTS,
  needRow,
  NOBODYS_ID,
  setCaseState,
  snapshot,
  submitted,
} from './need-helpers.js';

describe('writing down a need', () => {
  let desk: TestDesk;
  let caseworker: TestClient;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseworker = await desk.as('caseworker');
    caseId = await aidedCase(desk);
  });

  afterAll(() => desk.close());

  const count = async (): Promise<number> => {
    const [row] = await desk.database.asOperator<{ count: number }>(
      'SELECT count(*)::int FROM need',
    );
    return row?.count ?? -1;
  };

  describe('recordNeed', () => {
    const record = (input: object, client = caseworker) =>
      ask(client, 'recordNeed', { caseId, ...claim(desk), ...input });

    it('stores a draft with a score and a random reference for money', async () => {
      const answer = await record({ facts: { ...FACTS, minors: 3, singleCarer: true } });

      // Severity 20, twenty days left 6, vulnerability 12, never helped 15.
      expect(answer).toMatchObject({ state: 'DRAFT', version: 1, score: 53 });
      expect(await needRow(desk, answer.needId)).toMatchObject({
        priority: null,
        amount_minor: 40_000,
        region: 'ABROAD_PL',
        due_day: day(desk, 20),
        asked_on: day(desk),
        clock_started_at: null,
        answer_due_at: null,
        score_version: 'TRIAGE_1',
        score_points: { severity: 20, timeLeft: 6, vulnerability: 12, sinceHelp: 15, noSupport: 0 },
        reach: { '18_59': { F: 1 } },
        funding_reference: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    });

    it('leaves neither note, vendor nor facts in clear', async () => {
      await record({ note: 'Demo-Secret of the family', vendor: 'Demo-Clinic' });

      const dump = await dumpDatabase(desk.database.addresses.adminUrl);
      expect(dump).toContain('LIV-GRANT');
      for (const text of ['Demo-Secret', 'Demo-Clinic', 'singleCarer']) {
        expect(dump.includes(text) || dump.includes(Buffer.from(text).toString('hex'))).toBe(false);
      }
    });

    it('records once what was sent twice, and answers the same', async () => {
      const before = await count();
      const commandKey = randomUUID();

      const first = await record({ commandKey, note: 'Demo-Words' });
      const second = await record({ commandKey, note: 'Demo-Words' });

      expect(first).toMatchObject({ state: 'DRAFT', version: 1 });
      expect(second).toEqual(first);
      expect(await record({ commandKey, note: 'Demo-Other words' })).toMatchObject({
        reason: 'REPLAYED_WITH_OTHER_CONTENT',
      });
      expect(await count()).toBe(before + 1);
      expect(await record({ commandKey: 'no-key' })).toMatchObject({
        field: 'input.commandKey',
        reason: 'NOT_A_UUID',
      });
    });

    it('may be sent again with the same key after it was refused', async () => {
      const commandKey = randomUUID();

      expect(await record({ commandKey, code: 'NO-SUCH' })).toMatchObject({
        __typename: 'InvalidInput',
      });
      expect(await record({ commandKey })).toMatchObject({ state: 'DRAFT' });
    });

    it('takes a wish for a day in the past, and shows it', async () => {
      const answer = await record({ dueDay: day(desk, -3), askedOn: day(desk, -9) });

      expect(await needRow(desk, answer.needId)).toMatchObject({ due_day: day(desk, -3) });
    });

    it.each<[string, object, string, string]>([
      ['an unknown code', { code: 'LIV-CAR' }, 'code', 'UNKNOWN_CODE'],
      ['a negative sum', { amount: cents('-1') }, 'amount.minorUnits', 'NOT_POSITIVE'],
      ['nothing as a sum', { amount: cents('0') }, 'amount.minorUnits', 'NOT_POSITIVE'],
      ['half a cent', { amount: cents('1.5') }, 'amount.minorUnits', 'NOT_WHOLE_MINOR_UNITS'],
      ['a huge sum', { amount: cents('9'.repeat(25)) }, 'amount.minorUnits', 'TOO_LARGE'],
      [
        'foreign money',
        { amount: { minorUnits: '1', currency: 'BYN' } },
        'amount.currency',
        'CURRENCY_NOT_SUPPORTED',
      ],
      ['a day that does not exist', { dueDay: '2030-02-30' }, 'dueDay', 'NOT_A_DAY'],
      ['a request from tomorrow', { askedOn: '2999-01-01' }, 'askedOn', 'IN_THE_FUTURE'],
      ['a strange channel', { channelClass: 'PIGEON' }, 'channelClass', 'DOES_NOT_SUIT_NEED'],
      ['a long note', { note: 'x'.repeat(3_000) }, 'note', 'TOO_LONG'],
      ['too many children', { facts: { ...FACTS, minors: 99 } }, 'facts.minors', 'NOT_A_COUNT'],
      [
        'an unknown band',
        { reach: [{ ageBand: 'OLD', sex: 'F', count: 1 }] },
        'reach',
        'UNKNOWN_CODE',
      ],
    ])('refuses %s and writes nothing', async (_, input, field, reason) => {
      const before = await count();

      expect(await record(input)).toMatchObject({ __typename: 'InvalidInput', field, reason });
      expect(await count()).toBe(before);
    });

    it.each(['QUARANTINED', 'PAUSED_BY_FAMILY', 'CLOSED'])(
      'refuses a case that is %s and says why',
      async (state) => {
        const other = await aidedCase(desk);
        await setCaseState(desk, other, state);

        const answer = await record({ caseId: other });

        expect(answer).toMatchObject({ __typename: 'Refused', reason: 'CASE_NOT_LIVE' });
        expect(answer.message).toContain('quarantine');
      },
    );

    it('is not there for somebody without the key, nor for an unknown case', async () => {
      const nothing = { __typename: 'NotFound', code: 'NOT_FOUND' };

      expect(await record({}, await desk.as('caseworker-three'))).toEqual(nothing);
      expect(await record({}, await desk.as('coordinator'))).toEqual(nothing);
      expect(await record({ caseId: NOBODYS_ID })).toEqual(nothing);
      expect(await record({ caseId: 'x' })).toEqual(nothing);
    });
  });

  describe('changeNeed', () => {
    it('writes the whole draft anew and counts the writer among its makers', async () => {
      const { needId } = await draft(desk, caseId);
      const deputy = await desk.as('caseworker-two');
      const held = { caseId, holderId: await desk.personId('caseworker-two') };
      const coordinator = await desk.as('coordinator');
      await coordinator.ask('mutation', 'releaseDeputyLock', held, '{ __typename }');
      const next = { ...claim(desk), code: 'LIV-FOOD', channelClass: 'CARD_VOUCHER_ABROAD' };

      const answer = await ask(deputy, 'changeNeed', { needId, version: 1, ...next });

      expect(answer).toMatchObject({ version: 2, state: 'DRAFT' });
      expect(await needRow(desk, needId)).toMatchObject({
        code: 'LIV-FOOD',
        sealed_revision: 2,
        maker_ids: [await desk.personId('caseworker-two')],
        author_id: await desk.personId('caseworker'),
      });
    });

    it.each<[string, object, object]>([
      ['a stale version', { version: 9 }, { __typename: 'StaleVersion', currentVersion: 1 }],
      ['an unknown code', { code: 'X' }, { __typename: 'InvalidInput', field: 'code' }],
      ['an unknown need', { needId: NOBODYS_ID }, { __typename: 'NotFound' }],
    ])('refuses %s and changes nothing', async (_, input, refusal) => {
      const { needId } = await draft(desk, caseId);
      const before = await snapshot(desk, needId);

      const command = { needId, version: 1, ...claim(desk), ...input };
      expect(await ask(caseworker, 'changeNeed', command)).toMatchObject(refusal);

      expect(await snapshot(desk, needId)).toEqual(before);
    });

    it('refuses a need that was sent on', async () => {
      const { needId, version } = await submitted(desk, caseId);

      expect(
        await ask(caseworker, 'changeNeed', { needId, version, ...claim(desk) }),
      ).toMatchObject({ __typename: 'WrongState', presentState: 'SUBMITTED' });
    });

    it('refuses a case that is halted, and somebody without the key', async () => {
      const other = await aidedCase(desk);
      const { needId } = await draft(desk, other);
      const command = { needId, version: 1, ...claim(desk) };

      expect(await ask(await desk.as('coordinator'), 'changeNeed', command)).toMatchObject({
        __typename: 'NotFound',
      });
      await setCaseState(desk, other, 'PAUSED_BY_FAMILY');
      expect(await ask(caseworker, 'changeNeed', command)).toMatchObject({
        reason: 'CASE_NOT_LIVE',
      });
    });
  });

  describe('rescoreNeed', () => {
    it('computes from new facts, and later again from those that are sealed', async () => {
      const { needId, score } = await draft(desk, caseId);
      const facts = { ...FACTS, minors: 1, noOtherSupport: true };

      const more = await ask(caseworker, 'rescoreNeed', { needId, facts });
      const again = await ask(caseworker, 'rescoreNeed', { needId });

      expect(more.score).toBe(score + 10);
      expect(again).toMatchObject({ score: more.score, version: 3 });
    });

    it('works for a need that was assessed, too, and for one nobody wrote about', async () => {
      const { needId } = await assessed(desk, caseId);
      await desk.database.asOperator('UPDATE need SET sealed_t1 = NULL WHERE id = $1', [needId]);

      const bare = await ask(caseworker, 'rescoreNeed', { needId });
      const facts = { ...FACTS, pregnancy: true };
      const told = await ask(caseworker, 'rescoreNeed', { needId, facts });

      expect(told.score).toBe(bare.score + 3);
    });

    it.each<[string, object, object]>([
      ['a stale version', { version: 7 }, { __typename: 'StaleVersion' }],
      ['too many children', { facts: { ...FACTS, minors: -1 } }, { field: 'facts.minors' }],
      ['an unknown need', { needId: NOBODYS_ID }, { __typename: 'NotFound' }],
    ])('refuses %s', async (_, input, refusal) => {
      const { needId } = await draft(desk, caseId);

      expect(await ask(caseworker, 'rescoreNeed', { needId, ...input })).toMatchObject(refusal);
    });

    it('refuses an ended need, a halted case and a broken envelope', async () => {
      const other = await aidedCase(desk);
      const { needId } = await draft(desk, other);
      const rescore = () => ask(caseworker, 'rescoreNeed', { needId });
      await desk.database.asOperator(
        `UPDATE need SET sealed_t1 = set_byte(sealed_t1, 40, get_byte(sealed_t1, 40) # 1) WHERE id = $1`,
        [needId],
      );
      expect(await rescore()).toMatchObject({ code: 'INTEGRITY' });
      await setCaseState(desk, other, 'QUARANTINED');
      expect(await rescore()).toMatchObject({ reason: 'CASE_NOT_LIVE' });
      await setCaseState(desk, other, 'ACTIVE');
      await ask(caseworker, 'cancelNeed', { needId, reason: 'NO_LONGER_NEEDED' });
      expect(await rescore()).toMatchObject({ presentState: 'CANCELLED' });
    });
  });

  it('renews the envelope of a need with the keys of its case', async () => {
    const other = await aidedCase(desk);
    const { needId } = await draft(desk, other, { note: 'Demo-note that lasts' });
    const holderId = await desk.personId('caseworker-two');
    const coordinator = await desk.as('coordinator');
    const revoke = { caseId: other, holderId };
    await coordinator.ask('mutation', 'revokeAccess', revoke, '{ __typename }');
    const before = await needRow(desk, needId);

    // The next write renews the keys and seals everything again.
    await draft(desk, other);

    expect((await needRow(desk, needId))['sealed_t1']).not.toBe(before['sealed_t1']);
    const words = '{ __typename ... on Need { words { note } } }';
    expect(await caseworker.ask('query', 'need', { needId }, words)).toMatchObject({
      words: { note: 'Demo-note that lasts' },
    });
  });

  it('can be done while a case is still looked at', async () => {
    const fresh = await openCase(desk);

    expect(await ask(caseworker, 'recordNeed', { caseId: fresh, ...claim(desk) })).toMatchObject({
      state: 'DRAFT',
    });
  });
});
