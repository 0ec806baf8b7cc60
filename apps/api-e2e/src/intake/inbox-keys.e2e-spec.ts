import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, startTestDesk, type TestDesk } from '@kinward/testing';
import { NOBODYS_ID } from '../needs/need-helpers.js';
import { csvOf } from './test-support/export-files.js';
import { importedJson } from './test-support/import-file.js';
import { INBOX_KEYS, sendRequest } from './test-support/screening-desk.js';

interface KeysAnswer {
  readonly __typename: string;
  readonly holders?: readonly { readonly personId: string; readonly expiresAt: string }[];
  readonly code?: string;
  readonly reason?: string;
}

const CARD = `{ __typename ... on UserError { code } ... on Refused { reason } ... on IntakeCard { requestId } }`;

describe('the keys of an inbox', () => {
  let desk: TestDesk;

  const start = async (): Promise<void> => {
    desk = await startTestDesk({ database: await createTestDatabase() });
  };
  const stop = async (): Promise<void> => {
    await desk.close();
    await desk.database.drop();
  };
  const openInbox = async (who = 'coordinator'): Promise<KeysAnswer> => {
    const answer = await (await desk.as(who)).send(`mutation { openInbox ${INBOX_KEYS} }`);
    if (answer.errors.length > 0) throw new Error(answer.text);
    return answer.data.openInbox as KeysAnswer;
  };
  const change = async (who: string, act: string, holder: string): Promise<KeysAnswer> => {
    const personId =
      holder.includes('-') && holder.length === 36 ? holder : await desk.personId(holder);
    return (await desk.as(who)).ask('mutation', `${act}InboxKey`, { personId }, INBOX_KEYS);
  };
  const look = async (who: string, requestId: string) =>
    (await desk.as(who)).ask(
      'mutation',
      'openIntakeCard',
      { requestId, identityPurpose: 'SCREEN_REQUEST' },
      CARD,
    );
  const epochs = async () =>
    desk.database.asOperator<{ tier: string; current_epoch: number; rotation_due: boolean }>(
      `SELECT tier, current_epoch, rotation_due FROM compartment WHERE kind = 'INTAKE' ORDER BY tier`,
    );
  const sealedT1 = async (id: string): Promise<string> => {
    const rows = await desk.database.asOperator<{ hex: string }>(
      `SELECT encode(sealed_t1, 'hex') AS hex FROM intake_request WHERE id = $1`,
      [id],
    );
    return rows[0]?.hex ?? '';
  };

  describe('before there are any', () => {
    beforeAll(start);
    afterAll(stop);

    it('nothing can be sealed; of two who open it at once one does', async () => {
      await expect(importedJson(desk, csvOf([]))).rejects.toThrow();
      const answer = await (
        await desk.as('coordinator')
      ).send('{ inboxKeys { holders { personId } } }');
      expect(answer.data.inboxKeys.holders).toEqual([]);

      const both = await Promise.all([openInbox(), openInbox()]);

      expect(both.map(({ __typename, reason }) => reason ?? __typename).sort()).toEqual([
        'INBOX_IS_OPEN',
        'InboxKeys',
      ]);
      expect(await epochs()).toEqual([
        { tier: 'T0', current_epoch: 1, rotation_due: false },
        { tier: 'T1', current_epoch: 1, rotation_due: false },
      ]);
    });

    it('is for a coordinator who screens', async () => {
      await expect(openInbox('caseworker')).rejects.toThrow('FORBIDDEN');
      expect(await openInbox('coordinator-two')).toMatchObject({ reason: 'NOT_A_SCREENER' });
    });
  });

  describe('once they are there', () => {
    beforeEach(async () => {
      await start();
      await openInbox();
    });
    afterEach(stop);

    it('are passed on by a holder to another screener, and shown with the day they end', async () => {
      const granted = await change('coordinator', 'grant', 'caseworker');

      expect(granted.holders?.map(({ personId }) => personId).sort()).toEqual(
        [await desk.personId('coordinator'), await desk.personId('caseworker')].sort(),
      );
      const days =
        (Date.parse(granted.holders?.[0]?.expiresAt ?? '') - desk.clock.now().getTime()) /
        86_400_000;
      expect(days).toBeGreaterThan(89);
      expect(days).toBeLessThanOrEqual(90);
      expect(await look('caseworker', await sendRequest(desk))).toMatchObject({
        __typename: 'IntakeCard',
      });
    });

    it('are not passed on to oneself, to strangers, to people who do not screen or are on probation', async () => {
      expect(await change('coordinator', 'grant', 'coordinator')).toMatchObject({
        reason: 'SECOND_PERSON_REQUIRED',
      });
      expect(await change('coordinator', 'grant', NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await change('coordinator', 'grant', 'caseworker-two')).toMatchObject({
        reason: 'NOT_A_SCREENER',
      });
      expect(await change('caseworker', 'grant', 'coordinator')).toMatchObject({
        reason: 'NO_INTAKE_KEY',
      });
      await desk.database.asOperator(`UPDATE person SET standing = 'PROBATION' WHERE id = $1`, [
        await desk.personId('caseworker'),
      ]);
      expect(await change('coordinator', 'grant', 'caseworker')).toMatchObject({
        reason: 'HOLDER_NOT_ACTIVE',
      });
    });

    it('are taken away at once; the next act renews them, and what was sealed before still opens', async () => {
      await change('coordinator', 'grant', 'caseworker');
      const before = await sendRequest(desk);
      expect(await look('caseworker', before)).toMatchObject({ __typename: 'IntakeCard' });
      const sealedBefore = await sealedT1(before);

      expect((await change('security-officer', 'revoke', 'caseworker')).holders).toHaveLength(1);
      expect(await look('caseworker', before)).toMatchObject({ reason: 'NO_INTAKE_KEY' });
      expect((await epochs()).map((row) => row.rotation_due)).toEqual([true, true]);
      expect(await look('coordinator', before)).toMatchObject({ __typename: 'IntakeCard' });

      expect(await epochs()).toEqual([
        { tier: 'T0', current_epoch: 2, rotation_due: false },
        { tier: 'T1', current_epoch: 2, rotation_due: false },
      ]);
      expect(await sealedT1(before)).not.toBe(sealedBefore);
      const after = await sendRequest(desk);
      expect(await look('coordinator', after)).toMatchObject({ __typename: 'IntakeCard' });
      expect(await look('coordinator', before)).toMatchObject({ __typename: 'IntakeCard' });
    });

    it('stay with somebody: the last one is not taken away', async () => {
      expect(await change('security-officer', 'revoke', 'coordinator')).toMatchObject({
        reason: 'LAST_INBOX_KEY',
      });
      expect(await change('security-officer', 'revoke', 'caseworker')).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await change('security-officer', 'revoke', NOBODYS_ID)).toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('are renewed once, while requests keep coming, and every request can be opened', async () => {
      await change('coordinator', 'grant', 'caseworker');
      const first = await sendRequest(desk);
      await change('coordinator', 'revoke', 'caseworker');

      const [, , ...sent] = await Promise.all([
        look('coordinator', first),
        look('coordinator', first),
        ...Array.from({ length: 6 }, () => sendRequest(desk)),
      ]);

      expect((await epochs()).map((row) => row.current_epoch)).toEqual([2, 2]);
      const rows = await desk.database.asOperator<{ id: string }>('SELECT id FROM intake_request');
      expect(rows).toHaveLength(sent.length + 1);
      for (const { id } of rows) {
        expect(await look('coordinator', id)).toMatchObject({ __typename: 'IntakeCard' });
      }
    });
  });
});
