import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { CHANGED } from '../cases/case-helpers.js';
import { aidedCase, approved, day, NOBODYS_ID } from '../needs/need-helpers.js';
import { act, importList, letOut, newBody, publicCard, write, writing } from './text-helpers.js';

const CHECKED = `{ __typename ... on PublicTextChecked { findings persons proposal { facet value } proposalPersons
  mostSimilarPercent amount { minorUnits } visibleFrom listImportedOn isListOld }
  ... on UserError { code } ... on Refused { reason } ... on InvalidInput { field reason } }`;
const LISTED = `{ edges { node { id kind stage needCode caseCodename publicCodename body authors publishedBy isMine
  backReason persons version facts { facet value } amount { minorUnits } } } pageInfo { hasNextPage endCursor } }`;
const WOMAN = [{ facet: 'sex', value: 'F' }];
const RARE = [...WOMAN, { facet: 'region', value: 'IN_WEST' }, { facet: 'year', value: '2021' }];

describe('the publication gate', () => {
  let desk: TestDesk;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseId = await family();
    await importList(desk);
  });
  afterAll(() => desk.close());

  const family = async () => {
    const id = await aidedCase(desk);
    const caseworker = await desk.as('caseworker');
    for (const purpose of ['PUBLISH_CARD', 'DONOR_UPDATE']) {
      const consent = { caseId: id, purpose, givenOn: day(desk, -1), wording: 'Demo-consent' };
      await caseworker.ask('mutation', 'giveConsent', consent, CHANGED);
    }
    return id;
  };
  const need = async (of = caseId): Promise<string> => (await approved(desk, of)).needId;
  const check = async (needId: string, more: object = {}) => {
    const input = { kind: 'CARD', needId, facts: [], body: newBody(), ...more };
    return (await desk.as('coordinator')).ask('query', 'checkPublicText', input, CHECKED);
  };
  const listed = async (more: object = {}, who = 'coordinator') =>
    (await desk.as(who)).ask('query', 'publicTexts', { first: 50, ...more }, LISTED);
  const row = async (textId: string, who = 'coordinator') =>
    (await listed({}, who)).edges
      .map((edge: { node: object }) => edge.node)
      .find(({ id }: { id?: string }) => id === textId);

  it('lets nothing out where no public list was imported', async () => {
    await desk.database.asOperator('DELETE FROM public_list_cell');
    expect((await check(await need())).findings).toEqual(['NO_PUBLIC_LIST']);
    expect(await write(desk, await need())).toMatchObject({ reason: 'NO_PUBLIC_LIST' });
    await importList(desk);
  });

  it('says of what day the list is, and when it is too old to count on', async () => {
    const needId = await need();
    const age = (days: number) =>
      desk.database.asOperator('UPDATE public_list_cell SET imported_on = $1', [day(desk, -days)]);
    await age(60);
    expect(await check(needId)).toMatchObject({ listImportedOn: day(desk, -60), isListOld: false });
    await age(61);
    expect(await check(needId)).toMatchObject({ isListOld: true, findings: [] });
    await age(0);
  });

  it('says what may be said instead, while it is written', async () => {
    const needId = await need();
    expect(await check(needId, { facts: RARE })).toMatchObject({
      findings: ['TOO_FEW_PEOPLE'],
      persons: 3,
      proposalPersons: 18,
      proposal: [
        { facet: 'sex', value: 'F' },
        { facet: 'region', value: 'IN_WEST' },
      ],
    });
    expect(await check(needId, { facts: WOMAN })).toMatchObject({ findings: [], persons: 54 });
    const wrong = [{ facet: 'year', value: 'long ago' }];
    expect(await check(needId, { facts: wrong })).toMatchObject({ field: 'input.facts' });
    expect(await check(NOBODYS_ID)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await write(desk, needId, { facts: RARE })).toMatchObject({ reason: 'TOO_FEW_PEOPLE' });
  });

  it('keeps a draft whatever it finds, but no text that holds a contact', async () => {
    const needId = await need(await family());
    const kept = await write(desk, needId, { facts: RARE, propose: false });
    expect(kept).toMatchObject({ state: 'DRAFT' });
    expect(await row(kept.textId)).toMatchObject({ stage: 'DRAFT', persons: 3 });
    const second = await write(desk, needId);
    expect(second).toMatchObject({ reason: 'CARD_EXISTS' });
    const phone = { propose: false, textId: kept.textId, body: 'Call +999 29 000 00 00' };
    expect(await write(desk, needId, phone)).toMatchObject({ reason: 'TEXT_HAS_CONTACT' });
    const better = { textId: kept.textId, version: 1, facts: WOMAN };
    expect(await write(desk, needId, { ...better, version: 7 })).toMatchObject({
      currentVersion: 1,
    });
    expect(await write(desk, needId, better)).toMatchObject({ state: 'PROPOSED' });
    expect(await write(desk, needId, { body: ' ' })).toMatchObject({ field: 'input.body' });
  });

  it('takes two people, whatever roles they hold', async () => {
    const needId = await need();
    const { textId } = await write(desk, needId);
    expect(await letOut(desk, textId, 'coordinator')).toMatchObject({
      reason: 'AUTHOR_MAY_NOT_PUBLISH',
    });
    // The same person as a security officer.
    const id = await desk.personId('coordinator');
    await desk.database.asOperator(
      `UPDATE person SET roles = ARRAY['SECURITY_OFFICER'] WHERE id = $1`,
      [id],
    );
    expect(await letOut(desk, textId, 'coordinator')).toMatchObject({
      reason: 'AUTHOR_MAY_NOT_PUBLISH',
    });
    await desk.database.asOperator(`UPDATE person SET roles = ARRAY['COORDINATOR'] WHERE id = $1`, [
      id,
    ]);
    expect(await letOut(desk, textId, 'coordinator-two', { hasInterest: true })).toMatchObject({
      reason: 'PUBLISHER_IN_CONFLICT',
    });
    // Not past the database either.
    await expect(
      desk.database.asOperator(
        `UPDATE public_text SET published_by = author_ids[1], published_at = now(), visible_from = now() WHERE id = $1`,
        [textId],
      ),
    ).rejects.toThrow('public_text_check');
    expect(await letOut(desk, textId, 'security-officer')).toMatchObject({
      __typename: 'PublicTextPublished',
    });
    expect(await letOut(desk, textId)).toMatchObject({ presentState: 'PUBLISHED' });
    expect(await row(textId, 'coordinator-two')).toMatchObject({ stage: 'COOLING', isMine: false });
  });

  it('counts whoever wrote on the text before among its authors', async () => {
    const needId = await need();
    const { textId } = await write(desk, needId, { propose: false });
    const input = writing(needId, { textId, version: 1 });
    expect(await act(desk, 'coordinator-two', 'writePublicText', input)).toMatchObject({ textId });
    for (const who of ['coordinator', 'coordinator-two']) {
      expect(await letOut(desk, textId, who, { version: 2 })).toMatchObject({
        reason: 'AUTHOR_MAY_NOT_PUBLISH',
      });
    }
    expect(await letOut(desk, textId, 'security-officer', { version: 1 })).toMatchObject({
      currentVersion: 2,
    });
  });

  it('goes by the second person: back with a reason, or out once', async () => {
    const needId = await need();
    const { textId } = await write(desk, needId);
    const back = { textId, version: 1, reason: 'SAYS_TOO_MUCH' };
    expect(
      await act(desk, 'coordinator-two', 'sendBackPublicText', { ...back, version: 4 }),
    ).toEqual(expect.objectContaining({ currentVersion: 1 }));
    expect(await act(desk, 'coordinator-two', 'sendBackPublicText', back)).toMatchObject({
      textId,
    });
    expect(await row(textId)).toMatchObject({ stage: 'SENT_BACK', backReason: 'SAYS_TOO_MUCH' });
    expect(await act(desk, 'security-officer', 'sendBackPublicText', back)).toMatchObject({
      presentState: 'SENT_BACK',
    });
    expect(await letOut(desk, textId, 'coordinator-two', { version: 2 })).toMatchObject({
      presentState: 'SENT_BACK',
    });
    expect(await write(desk, needId, { textId, version: 2 })).toMatchObject({ state: 'PROPOSED' });
    const commandKey = randomUUID();
    const [one, other] = await Promise.all([
      letOut(desk, textId, 'coordinator-two', { version: 3, commandKey }),
      letOut(desk, textId, 'coordinator-two', { version: 3, commandKey }),
    ]);
    expect(one.__typename).toBe('PublicTextPublished');
    expect(other).toEqual(one);
    const gone = { textId: NOBODYS_ID, version: 1, reason: 'UNCLEAR' };
    expect(await act(desk, 'coordinator', 'sendBackPublicText', gone)).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('counts everything that was ever said of a family together, also what was withdrawn', async () => {
    const poor = await family();
    const first = await publicCard(desk, await need(poor), { facts: WOMAN });
    await act(desk, 'coordinator-two', 'withdrawPublicText', { textId: first.textId });
    const next = await need(poor);
    const facts = [
      { facet: 'region', value: 'IN_EAST' },
      { facet: 'year', value: '2021' },
    ];
    expect(await check(next, { facts })).toMatchObject({
      findings: ['TOO_FEW_TOGETHER'],
      persons: 3,
    });
    expect(await check(await need(), { facts })).toMatchObject({ findings: [], persons: 21 });
  });

  it('lets one of two texts out that are too much together, when both wait', async () => {
    const poor = await family();
    const [one, other] = [await need(poor), await need(poor)];
    const first = await write(desk, one, { facts: WOMAN });
    const facts = [
      { facet: 'region', value: 'IN_EAST' },
      { facet: 'year', value: '2021' },
    ];
    const second = await write(desk, other, { facts });
    const answers = await Promise.all([
      letOut(desk, first.textId),
      letOut(desk, second.textId, 'security-officer'),
    ]);
    expect(answers.map((answer) => answer.reason ?? answer.__typename).sort()).toEqual([
      'PublicTextPublished',
      'TOO_FEW_TOGETHER',
    ]);
  });

  it('refuses a text that is like one of another need, published or withdrawn, with how much', async () => {
    const body =
      'An old roof lets the rain in and the winter is near, so a room is wanted until spring comes.';
    const { textId } = await publicCard(desk, await need(), { body });
    const alike = { body: body.replace('spring comes', 'summer') };
    const next = await need(await family());
    expect(await check(next, alike)).toMatchObject({
      findings: ['TEXT_TOO_SIMILAR'],
      mostSimilarPercent: 84,
    });
    await act(desk, 'coordinator', 'withdrawPublicText', { textId });
    expect(await write(desk, next, alike)).toMatchObject({ reason: 'TEXT_TOO_SIMILAR' });
  });

  it('tells those who gave by an update, with a consent and a cooling of its own', async () => {
    const own = await family();
    const needId = await need(own);
    expect(await write(desk, needId, { kind: 'UPDATE' })).toMatchObject({ reason: 'NO_CARD_YET' });
    await publicCard(desk, needId);
    const { textId } = await write(desk, needId, { kind: 'UPDATE' });
    expect(await letOut(desk, textId)).toMatchObject({ visibleFrom: day(desk, 14) });
    const told = await write(desk, needId, { kind: 'UPDATE', facts: RARE });
    expect(told).toMatchObject({ reason: 'TOO_FEW_PEOPLE' });
    await (
      await desk.as('caseworker')
    ).ask('mutation', 'withdrawConsent', { caseId: own, purpose: 'DONOR_UPDATE' }, CHANGED);
    expect(await write(desk, needId, { kind: 'UPDATE' })).toMatchObject({
      reason: 'NO_UPDATE_CONSENT',
    });
    expect(await row(textId)).toMatchObject({ stage: 'HIDDEN', kind: 'UPDATE' });
    expect(await act(desk, 'security-officer', 'withdrawPublicText', { textId })).toMatchObject({
      textId,
    });
    expect(await act(desk, 'security-officer', 'withdrawPublicText', { textId })).toMatchObject({
      presentState: 'WITHDRAWN',
    });
    expect(
      await act(desk, 'coordinator', 'withdrawPublicText', { textId: NOBODYS_ID }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is listed newest first, by state, page by page', async () => {
    for (let count = 0; count < 3; count += 1) await publicCard(desk, await need());
    const page = await listed({ first: 2, state: 'PUBLISHED' }, 'auditor');
    expect(page.edges).toHaveLength(2);
    expect(page.pageInfo.hasNextPage).toBe(true);
    const next = await listed({ first: 2, state: 'PUBLISHED', after: page.pageInfo.endCursor });
    expect(next.edges[0].node.id).not.toBe(page.edges[1].node.id);
    expect(page.edges[0].node).toMatchObject({
      authors: ['Demo-Coordinator One'],
      needCode: 'LIV-GRANT',
    });
  });

  it('does not let what was public be rewritten, past the desk either', async () => {
    const { textId } = await publicCard(desk, await need());
    await expect(
      desk.database.asOperator(`UPDATE public_text SET body = 'Demo-other' WHERE id = $1`, [
        textId,
      ]),
    ).rejects.toThrow('is not rewritten');
  });

  it.each(['caseworker', 'finance-officer', 'volunteer', 'administrator', 'foundation-manager'])(
    'is not for a %s',
    async (who) => {
      const client = await desk.as(who);
      const { commandKey: _key, propose: _propose, ...text } = writing(NOBODYS_ID);
      await expect(client.ask('query', 'checkPublicText', text, CHECKED)).rejects.toThrow(
        'FORBIDDEN',
      );
      await expect(client.ask('query', 'publicTexts', {}, LISTED)).rejects.toThrow('FORBIDDEN');
      const back = { textId: NOBODYS_ID, version: 1, reason: 'UNCLEAR' };
      for (const [operation, input] of [
        ['writePublicText', writing(NOBODYS_ID)],
        ['sendBackPublicText', back],
      ] as const) {
        await expect(act(desk, who, operation, input)).rejects.toThrow('FORBIDDEN');
      }
    },
  );
});
