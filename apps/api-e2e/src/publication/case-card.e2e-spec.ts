import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { CHANGED } from '../cases/case-helpers.js';
import {
  aidedCase,
  approved,
  day,
  draft,
  NOBODYS_ID,
  setCaseState,
} from '../needs/need-helpers.js';

const PUBLISHED = `{ __typename ... on CaseCardPublished { cardId publicCodename }
  ... on Refused { reason message } ... on UserError { code }
  ... on WrongState { presentState } ... on StaleVersion { currentVersion }
  ... on InvalidInput { field reason } }`;
const WITHDRAWN = `{ __typename ... on CaseCardWithdrawn { cardId } ... on UserError { code }
  ... on WrongState { presentState } }`;

describe('case cards', () => {
  let desk: TestDesk;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseId = await aidedCase(desk);
    const givenOn = day(desk, -1);
    const consent = { caseId, purpose: 'PUBLISH_CARD', givenOn, wording: 'Demo-consent' };
    const caseworker = await desk.as('caseworker');
    const given = await caseworker.ask('mutation', 'giveConsent', consent, CHANGED);
    expect(given.__typename).toBe('CaseChanged');
  });

  afterAll(() => desk.close());

  const publish = async (needId: string, more: object = {}) =>
    (await desk.as('coordinator')).ask(
      'mutation',
      'publishCaseCard',
      { needId, commandKey: randomUUID(), ...more },
      PUBLISHED,
    );
  const withdraw = async (cardId: string) =>
    (await desk.as('coordinator')).ask('mutation', 'withdrawCaseCard', { cardId }, WITHDRAWN);
  const cardOf = async (cardId: string) =>
    (
      await desk.database.asOperator<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(c) || jsonb_build_object('fund', to_jsonb(f)) AS row
         FROM case_card c JOIN fund f ON f.id = c.fund_id WHERE c.id = $1`,
        [cardId],
      )
    )[0]?.row;

  it('say the group, the amount and the place, under a codename that is not the case’s', async () => {
    const { needId } = await approved(desk, caseId);
    const answer = await publish(needId);

    expect(answer.__typename).toBe('CaseCardPublished');
    const card = await cardOf(answer.cardId);
    expect(card).toMatchObject({
      public_codename: answer.publicCodename,
      need_group: 'LIV',
      amount_minor: 40_000,
      facts: { place: 'ABROAD' },
      state: 'PUBLISHED',
    });
    const [family] = await desk.database.asOperator<{
      codename: string;
      funding_reference: string;
    }>(
      `SELECT codename, funding_reference FROM case_file f JOIN need n ON n.case_id = f.id WHERE n.id = $1`,
      [needId],
    );
    const text = JSON.stringify(card);
    expect(text).not.toContain(family?.codename);
    expect(text).not.toContain(needId);
    expect(text).not.toContain(caseId);
    expect(card?.['fund']).toMatchObject({ funding_reference: family?.funding_reference });
    expect(await publish(needId)).toMatchObject({ reason: 'CARD_EXISTS' });
  });

  it('are published once by a command that is sent twice', async () => {
    const { needId, version } = await approved(desk, caseId);
    const commandKey = randomUUID();
    const [one, other] = await Promise.all([
      publish(needId, { version, commandKey }),
      publish(needId, { version, commandKey }),
    ]);
    expect(one.__typename).toBe('CaseCardPublished');
    expect(other).toEqual(one);
    expect(await publish(needId, { commandKey })).toMatchObject({
      reason: 'REPLAYED_WITH_OTHER_CONTENT',
    });
  });

  it('are refused without consent, for what is never shown, and before approval', async () => {
    const silent = await aidedCase(desk);
    const { needId } = await approved(desk, silent);
    expect(await publish(needId)).toMatchObject({ reason: 'NO_PUBLICATION_CONSENT' });

    const drafted = await draft(desk, caseId);
    expect(await publish(drafted.needId)).toMatchObject({ presentState: 'DRAFT' });

    const sound = await approved(desk, caseId);
    await desk.database.asOperator(`UPDATE need SET code = 'EVA-URGENT' WHERE id = $1`, [
      sound.needId,
    ]);
    expect(await publish(sound.needId)).toMatchObject({
      reason: 'NEVER_PUBLISHED',
      message: expect.stringContaining('never shown'),
    });
  });

  it('are refused for a stale version, an unknown need, a bad key and a case that is not live', async () => {
    const { needId, version } = await approved(desk, caseId);
    expect(await publish(needId, { version: version - 1 })).toMatchObject({
      currentVersion: version,
    });
    expect(await publish(NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await publish(needId, { commandKey: 'again' })).toMatchObject({
      field: 'input.commandKey',
      reason: 'NOT_A_UUID',
    });
    await setCaseState(desk, caseId, 'QUARANTINED');
    expect(await publish(needId)).toMatchObject({ reason: 'CASE_NOT_LIVE' });
    await setCaseState(desk, caseId, 'ACTIVE');
  });

  it('are not seen from the moment at which the family takes its consent back', async () => {
    const silent = await aidedCase(desk);
    const consent = { caseId: silent, purpose: 'PUBLISH_CARD', givenOn: day(desk, -1) };
    const caseworker = await desk.as('caseworker');
    await caseworker.ask('mutation', 'giveConsent', { ...consent, wording: 'Demo-yes' }, CHANGED);
    const { needId } = await approved(desk, silent);
    const { cardId } = await publish(needId);
    const seen = async (): Promise<string[]> => {
      const input = { organization: 'lantern' };
      const page = await desk.anonymous.ask('query', 'giveOptions', input, '{ caseCards { id } }');
      return page.caseCards.map((card: { id: string }) => card.id);
    };
    expect(await seen()).toContain(cardId);

    await setCaseState(desk, silent, 'PAUSED_BY_FAMILY');
    expect(await seen()).not.toContain(cardId);
    await setCaseState(desk, silent, 'ACTIVE');
    expect(await seen()).toContain(cardId);

    const withdrawal = { caseId: silent, purpose: 'PUBLISH_CARD' };
    const ended = await caseworker.ask('mutation', 'withdrawConsent', withdrawal, CHANGED);
    expect(ended.__typename).toBe('CaseChanged');
    expect(await seen()).not.toContain(cardId);
  });

  it('are taken back once', async () => {
    const { needId } = await approved(desk, caseId);
    const { cardId } = await publish(needId);
    expect(await withdraw(cardId)).toMatchObject({ cardId });
    expect((await cardOf(cardId))?.['state']).toBe('WITHDRAWN');
    expect(await withdraw(cardId)).toMatchObject({ presentState: 'WITHDRAWN' });
    expect(await withdraw(NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await withdraw('card')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['caseworker', 'finance-officer', 'volunteer'])('are not for a %s', async (who) => {
    const client = await desk.as(who);
    const input = { needId: NOBODYS_ID, commandKey: randomUUID() };
    await expect(client.ask('mutation', 'publishCaseCard', input, PUBLISHED)).rejects.toThrow(
      'FORBIDDEN',
    );
    await expect(
      client.ask('mutation', 'withdrawCaseCard', { cardId: NOBODYS_ID }, WITHDRAWN),
    ).rejects.toThrow('FORBIDDEN');
  });
});
