import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { aidedCase, submitted } from '../needs/need-helpers.js';
import { CHANGED, openCase } from './case-helpers.js';

const TIMELINE = `query ($input: CaseTimelineInput!) { caseTimeline(input: $input) { __typename
  ... on CaseTimeline { events { edges { node { id kind day code fromCode text isSealed subjectCode
    madeBy { displayName } amount { minorUnits } } } pageInfo { endCursor hasNextPage } } }
  ... on UserError { code } } }`;
const MATTERS = `query ($input: CaseMattersInput!) { caseMatters(input: $input) { __typename
  ... on CaseMatters { matters { edges { node { id code state day dueDay amount { minorUnits } } }
    pageInfo { endCursor hasNextPage } } }
  ... on UserError { code } } }`;

interface Event {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly text: string | null;
  readonly isSealed: boolean;
}

describe('what happened in a case', () => {
  let desk: TestDesk;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    caseId = await aidedCase(desk);
    const caseworker = await desk.as('caseworker');
    for (const text of ['Demo-First', 'Demo-Second', 'Demo-Third']) {
      const note = { caseId, kind: 'AGREEMENT', text };
      await caseworker.ask('mutation', 'addCaseNote', note, CHANGED);
    }
    const attempt = { caseId, outcome: 'REACHED', note: 'Demo-Call' };
    await caseworker.ask('mutation', 'recordContactAttempt', attempt, CHANGED);
    await submitted(desk, caseId);
  });

  afterAll(() => desk.close());

  const timeline = async (who: string, input: object = {}) => {
    const answer = await (await desk.as(who)).send(TIMELINE, { input: { caseId, ...input } });
    return answer.data?.caseTimeline;
  };
  const events = async (who: string, input: object = {}): Promise<Event[]> =>
    (await timeline(who, { first: 50, ...input })).events.edges.map(
      ({ node }: { node: Event }) => node,
    );

  it('mixes notes, contacts, moves, consents and needs, with the words of whoever holds the key', async () => {
    const all = await events('caseworker');

    expect(new Set(all.map(({ kind }) => kind))).toEqual(
      new Set(['NOTE', 'ATTEMPT', 'MOVE', 'CONSENT', 'NEED']),
    );
    const texts = all.map(({ text }) => text);
    for (const text of ['Demo-First', 'Demo-Third', 'Demo-Call', 'Demo-wording']) {
      expect(texts).toContain(text);
    }
  });

  it('tells a coordinator without a key that there are words, and none of them', async () => {
    const all = await events('coordinator');

    expect(all.map(({ text }) => text).filter((text) => text !== null)).toEqual([]);
    expect(all.filter(({ kind }) => kind === 'NOTE').every(({ isSealed }) => isSealed)).toBe(true);
    expect(all.filter(({ kind }) => kind === 'MOVE').some(({ isSealed }) => isSealed)).toBe(false);
  });

  it('pages without gap or repetition, whole or by kind', async () => {
    for (const kinds of [null, ['NOTE', 'MOVE']]) {
      const whole = (await events('caseworker', { kinds })).map(({ id, kind }) => id + kind);
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { events: page } = await timeline('caseworker', { kinds, first: 2, after });
        seen.push(...page.edges.map(({ node }: { node: Event }) => node.id + node.kind));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);

      expect(whole.length).toBeGreaterThan(5);
      expect(seen).toEqual(whole);
    }
  });

  it('sends the same number of statements whatever the size of the page', async () => {
    const caseworker = await desk.as('caseworker');
    await events('caseworker');

    const small = await caseworker.count(TIMELINE, { input: { caseId, first: 1 } });
    const large = await caseworker.count(TIMELINE, { input: { caseId, first: 50 } });

    const own = (texts: readonly string[]): number =>
      texts.filter((text) => !text.includes('find_session')).length;
    expect(own(large.counter.texts)).toBe(own(small.counter.texts));
    expect(own(large.counter.texts)).toBeLessThanOrEqual(7);
  });

  it('lists needs, payouts and tasks, also when there are none', async () => {
    const caseworker = await desk.as('caseworker');
    const counts: Record<string, number> = {};
    for (const kind of ['NEED', 'MONEY', 'TASK']) {
      const answer = await caseworker.send(MATTERS, { input: { caseId, kind } });
      counts[kind] = answer.data.caseMatters.matters.edges.length;
    }
    const coordinator = await desk.as('coordinator');
    const needs = await coordinator.send(MATTERS, { input: { caseId, kind: 'NEED', first: 1 } });

    expect(counts).toEqual({ NEED: 1, MONEY: 0, TASK: 0 });
    const [{ node }] = needs.data.caseMatters.matters.edges;
    expect(node).toMatchObject({ code: 'LIV-GRANT', amount: { minorUnits: '40000' } });
    const { endCursor: after } = needs.data.caseMatters.matters.pageInfo;
    const next = await coordinator.send(MATTERS, { input: { caseId, kind: 'NEED', after } });
    expect(next.data.caseMatters.matters.edges).toEqual([]);
  });

  it.each(['caseworker-three', 'bridge-coordinator'])('is not there for %s', async (who) => {
    const client = await desk.as(who);

    expect(await timeline(who)).toMatchObject({ code: 'NOT_FOUND' });
    const matters = await client.send(MATTERS, { input: { caseId, kind: 'NEED' } });
    expect(matters.data.caseMatters).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('names a wrong cursor and an unknown case', async () => {
    expect(await timeline('caseworker', { after: 'x' })).toMatchObject({ code: 'INVALID_INPUT' });
    const unknown = { caseId: randomUUID() };
    expect(await timeline('caseworker', unknown)).toMatchObject({ code: 'NOT_FOUND' });
    const caseworker = await desk.as('caseworker');
    const matters = await caseworker.send(MATTERS, { input: { caseId, kind: 'NEED', after: 'x' } });
    expect(matters.data.caseMatters).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('opens nothing that was put into another row', async () => {
    const other = await openCase(desk);
    const caseworker = await desk.as('caseworker');
    for (const text of ['Demo-One', 'Demo-Two']) {
      const note = { caseId: other, kind: 'CAUTION', text };
      await caseworker.ask('mutation', 'addCaseNote', note, CHANGED);
    }
    await desk.database.asOperator(
      `UPDATE case_note SET sealed_t1 = (SELECT sealed_t1 FROM case_note WHERE case_id = $1 ORDER BY id LIMIT 1)
       WHERE case_id = $1`,
      [other],
    );

    expect(await timeline('caseworker', { caseId: other })).toMatchObject({ code: 'INTEGRITY' });
  });

  it('is forbidden to roles that see no files', async () => {
    const officer = await desk.as('finance-officer');

    for (const [document, input] of [
      [TIMELINE, { caseId }],
      [MATTERS, { caseId, kind: 'NEED' }],
    ] as const) {
      const answer = await officer.send(document, { input });
      expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
