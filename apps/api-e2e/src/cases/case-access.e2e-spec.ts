import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { activeCase, CHANGED, move, openCase, staff, verify } from './case-helpers.js';

const STORY = '{ __typename ... on CaseFile { story { summary } mayRevealIdentity } }';

describe('who works on a case and who may open it', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  it('gives work by assigning and access only by a signed grant', async () => {
    const caseId = await openCase(desk);
    const coordinator = await desk.as('coordinator');
    const colleague = await desk.as('caseworker-two');
    const personId = await desk.personId('caseworker-two');

    await coordinator.ask('mutation', 'assignCase', { caseId, personId }, CHANGED);
    const before = await colleague.ask('query', 'caseFile', { caseId }, STORY);
    const first = await desk.as('caseworker');
    await first.ask('mutation', 'grantAccess', { caseId, holderId: personId }, CHANGED);
    const after = await colleague.ask('query', 'caseFile', { caseId }, STORY);

    expect(before).toMatchObject({ story: null, mayRevealIdentity: false });
    expect(after).toMatchObject({ story: { summary: null }, mayRevealIdentity: true });
  });

  it('cannot be granted by a coordinator who holds no key', async () => {
    const caseId = await openCase(desk);
    const coordinator = await desk.as('coordinator');
    const personId = await desk.personId('caseworker-two');
    await coordinator.ask('mutation', 'nameDeputy', { caseId, personId }, CHANGED);

    const granted = await coordinator.ask(
      'mutation',
      'grantAccess',
      { caseId, holderId: personId },
      CHANGED,
    );

    expect(granted.code).toBe('NOT_FOUND');
  });

  it('is granted to nobody who is not on the case', async () => {
    const caseId = await openCase(desk);
    const caseworker = await desk.as('caseworker');
    const holderId = await desk.personId('caseworker-three');

    const granted = await caseworker.ask('mutation', 'grantAccess', { caseId, holderId }, CHANGED);

    expect(granted).toMatchObject({ code: 'REFUSED', reason: 'NOT_ON_CASE' });
  });

  it('gives people on probation the story only, and two cases at most', async () => {
    const caseworker = await desk.as('caseworker');
    const coordinator = await desk.as('coordinator');
    const newcomer = await desk.as('caseworker-new');
    const personId = await desk.personId('caseworker-new');
    const answers = [];
    for (let count = 0; count < 3; count += 1) {
      const caseId = await activeCase(desk);
      await coordinator.ask('mutation', 'assignCase', { caseId, personId }, CHANGED);
      const full = await caseworker.ask(
        'mutation',
        'grantAccess',
        { caseId, holderId: personId },
        CHANGED,
      );
      expect(full).toMatchObject({ reason: 'PROBATION_STORY_TIER_ONLY' });
      const order = { caseId, holderId: personId, storyOnly: true };
      answers.push(await caseworker.ask('mutation', 'grantAccess', order, CHANGED));
      if (count === 0) {
        const file = await newcomer.ask('query', 'caseFile', { caseId }, STORY);
        expect(file).toMatchObject({ story: { summary: null }, mayRevealIdentity: false });
      }
    }

    expect(answers.map((answer) => answer.__typename)).toEqual([
      'CaseChanged',
      'CaseChanged',
      'Refused',
    ]);
    expect(answers[2]).toMatchObject({ reason: 'PROBATION_LIMIT_REACHED' });
  });

  it('holds the limit of families per person when cases become active at the same time', async () => {
    await desk.database.asOperator(
      `UPDATE organization SET t0_case_limit = 3 WHERE code = 'lantern'`,
    );
    const coordinator = await desk.as('coordinator');
    await desk.database.asOperator(`DELETE FROM access_grant WHERE holder_id = $1`, [
      await desk.personId('caseworker'),
    ]);
    const caseIds = [];
    for (let count = 0; count < 6; count += 1) {
      const caseId = await openCase(desk);
      await staff(desk, caseId, 'caseworker-three');
      await verify(desk, caseId);
      caseIds.push(caseId);
    }

    const moved = await Promise.all(caseIds.map((caseId) => move(coordinator, caseId, 'ACTIVATE')));
    await desk.database.asOperator(`UPDATE organization SET t0_case_limit = 25`);

    const active = moved.filter((answer) => answer.state === 'ACTIVE');
    const refused = moved.filter((answer) => answer.reason === 'HOLDER_LIMIT_REACHED');
    expect([active.length, refused.length]).toEqual([3, 3]);
  });

  it('hands a case over in one act: the new caseworker reads, the old one no longer', async () => {
    const caseId = await openCase(desk);
    const first = await desk.as('caseworker');
    const second = await desk.as('caseworker-two');
    const toPersonId = await desk.personId('caseworker-two');

    const handed = await first.ask('mutation', 'handOverCase', { caseId, toPersonId }, CHANGED);

    const old = await first.ask('query', 'caseFile', { caseId }, STORY);
    const fresh = await second.ask('query', 'caseFile', { caseId }, STORY);
    expect(handed.__typename).toBe('CaseChanged');
    expect(old.__typename).toBe('NotFound');
    expect(fresh).toMatchObject({ story: { summary: null }, mayRevealIdentity: true });
  });

  it('opens a deputy’s lock only by another person', async () => {
    const caseId = await openCase(desk);
    const coordinator = await desk.as('coordinator');
    const caseworker = await desk.as('caseworker');
    const holderId = await desk.personId('coordinator');
    await coordinator.ask('mutation', 'nameDeputy', { caseId, personId: holderId }, CHANGED);
    await caseworker.ask('mutation', 'grantAccess', { caseId, holderId }, CHANGED);

    const own = await coordinator.ask(
      'mutation',
      'releaseDeputyLock',
      { caseId, holderId },
      CHANGED,
    );
    const officer = await desk.as('security-officer');
    const other = await officer.ask('mutation', 'releaseDeputyLock', { caseId, holderId }, CHANGED);

    expect(own).toMatchObject({ code: 'REFUSED', reason: 'SECOND_PERSON_REQUIRED' });
    expect(other.__typename).toBe('CaseChanged');
  });
});
