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
import {
  act,
  codenameOf,
  importList,
  letCool,
  letOut,
  newBody,
  publicCard,
  write,
} from './text-helpers.js';

const WITHDRAWN = `{ __typename ... on CaseCardWithdrawn { cardId } ... on UserError { code }
  ... on WrongState { presentState } }`;
const CARDS = '{ caseCards { id codename text facts { name value label } } }';

describe('case cards', () => {
  let desk: TestDesk;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseId = await consented();
    await importList(desk);
  });

  afterAll(() => desk.close());

  const consented = async () => {
    const id = await aidedCase(desk);
    const consent = { caseId: id, purpose: 'PUBLISH_CARD', givenOn: day(desk, -1) };
    const caseworker = await desk.as('caseworker');
    const input = { ...consent, wording: 'Demo-consent' };
    const given = await caseworker.ask('mutation', 'giveConsent', input, CHANGED);
    expect(given.__typename).toBe('CaseChanged');
    return id;
  };
  const seen = async () =>
    (await desk.anonymous.ask('query', 'giveOptions', { organization: 'lantern' }, CARDS))
      .caseCards as { id: string; text: string; facts: { name: string; value: string }[] }[];
  const seenIds = async () => (await seen()).map(({ id }) => id);
  const withdraw = async (cardId: string, who = 'coordinator') =>
    (await desk.as(who)).ask('mutation', 'withdrawCaseCard', { cardId }, WITHDRAWN);
  const cardOf = async (cardId: string) =>
    (
      await desk.database.asOperator<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(c) || jsonb_build_object('fund', to_jsonb(f)) AS row
         FROM case_card c JOIN fund f ON f.id = c.fund_id WHERE c.id = $1`,
        [cardId],
      )
    )[0]?.row;

  it('say the text, the group, a banded amount, the place and coarse facts, under another codename', async () => {
    const { needId } = await approved(desk, caseId, {
      amount: { minorUnits: '34721', currency: 'EUR' },
    });
    const body = newBody();
    const facts = [
      { facet: 'sex', value: 'M' },
      { facet: 'region', value: 'IN_WEST' },
    ];
    const { cardId } = await publicCard(desk, needId, { body, facts });

    const card = await cardOf(cardId);
    expect(card).toMatchObject({
      need_group: 'LIV',
      amount_minor: 30_000,
      facts: { place: 'ABROAD', sex: 'M', region: 'IN_WEST', month: day(desk, -1).slice(0, 7) },
      state: 'PUBLISHED',
    });
    const shown = (await seen()).find(({ id }) => id === cardId);
    expect(shown).toMatchObject({ text: body, codename: await codenameOf(desk, cardId) });
    expect(shown?.facts).toContainEqual({
      name: 'region',
      value: 'IN_WEST',
      label: 'Inside, west',
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
    expect(await write(desk, needId)).toMatchObject({ reason: 'CARD_EXISTS' });
  });

  it('are seen only once they have cooled, two weeks after the need was approved', async () => {
    const { needId } = await approved(desk, caseId);
    const { textId } = await write(desk, needId);
    const out = await letOut(desk, textId);
    expect(out).toMatchObject({ visibleFrom: day(desk, 14) });
    expect(await seenIds()).not.toContain(out.cardId);
    await desk.database.asOperator(
      'UPDATE case_card SET visible_from = visible_from - 14 WHERE id = $1',
      [out.cardId],
    );
    expect(await seenIds()).toContain(out.cardId);
  });

  it('are refused without consent, for what is never shown, and before approval', async () => {
    const silent = await aidedCase(desk);
    const { needId } = await approved(desk, silent);
    expect(await write(desk, needId)).toMatchObject({ reason: 'NO_PUBLICATION_CONSENT' });

    const drafted = await draft(desk, caseId);
    expect(await write(desk, drafted.needId)).toMatchObject({ presentState: 'DRAFT' });

    const sound = await approved(desk, caseId);
    await desk.database.asOperator(`UPDATE need SET code = 'EVA-URGENT' WHERE id = $1`, [
      sound.needId,
    ]);
    expect(await write(desk, sound.needId)).toMatchObject({
      reason: 'NEVER_PUBLISHED',
      message: expect.stringContaining('never shown'),
    });
  });

  it('are refused for an unknown need and a case that is not live', async () => {
    const { needId } = await approved(desk, caseId);
    expect(await write(desk, NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
    await setCaseState(desk, caseId, 'QUARANTINED');
    expect(await write(desk, needId)).toMatchObject({ reason: 'CASE_NOT_LIVE' });
    await setCaseState(desk, caseId, 'ACTIVE');
  });

  it('are not seen from the moment at which the family takes its consent back', async () => {
    const silent = await consented();
    const { needId } = await approved(desk, silent);
    const { cardId } = await publicCard(desk, needId);
    expect(await seenIds()).toContain(cardId);

    await setCaseState(desk, silent, 'PAUSED_BY_FAMILY');
    expect(await seenIds()).not.toContain(cardId);
    await setCaseState(desk, silent, 'ACTIVE');
    expect(await seenIds()).toContain(cardId);

    const withdrawal = { caseId: silent, purpose: 'PUBLISH_CARD' };
    const caseworker = await desk.as('caseworker');
    const ended = await caseworker.ask('mutation', 'withdrawConsent', withdrawal, CHANGED);
    expect(ended.__typename).toBe('CaseChanged');
    expect(await seenIds()).not.toContain(cardId);
  });

  it('are not let out once the family has taken its consent back', async () => {
    const silent = await consented();
    const { needId } = await approved(desk, silent);
    await letCool(desk, needId);
    const { textId } = await write(desk, needId);
    const withdrawal = { caseId: silent, purpose: 'PUBLISH_CARD' };
    const caseworker = await desk.as('caseworker');
    await caseworker.ask('mutation', 'withdrawConsent', withdrawal, CHANGED);
    expect(await letOut(desk, textId)).toMatchObject({ reason: 'NO_PUBLICATION_CONSENT' });
  });

  it.each(['coordinator', 'coordinator-two', 'security-officer'])(
    'are taken back once, at once, by a %s',
    async (who) => {
      const { needId } = await approved(desk, caseId);
      const { cardId } = await publicCard(desk, needId);
      expect(await withdraw(cardId, who)).toMatchObject({ cardId });
      expect(await seenIds()).not.toContain(cardId);
      expect((await cardOf(cardId))?.['state']).toBe('WITHDRAWN');
      expect(await withdraw(cardId)).toMatchObject({ presentState: 'WITHDRAWN' });
      expect(await withdraw(NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await withdraw('card')).toMatchObject({ code: 'NOT_FOUND' });
    },
  );

  it.each([
    'caseworker',
    'finance-officer',
    'foundation-manager',
    'volunteer',
    'auditor',
    'administrator',
  ])('are not for a %s', async (who) => {
    const client = await desk.as(who);
    const input = { textId: NOBODYS_ID, version: 1, hasInterest: false, commandKey: randomUUID() };
    await expect(act(desk, who, 'publishPublicText', input)).rejects.toThrow('FORBIDDEN');
    const text = { textId: NOBODYS_ID };
    await expect(act(desk, who, 'withdrawPublicText', text)).rejects.toThrow('FORBIDDEN');
    await expect(
      client.ask('mutation', 'withdrawCaseCard', { cardId: NOBODYS_ID }, WITHDRAWN),
    ).rejects.toThrow('FORBIDDEN');
  });
});
