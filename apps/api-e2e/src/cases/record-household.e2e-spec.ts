import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { describeFamilyRefusals, UNUSABLE_TEXTS } from './test-support/family-refusals.js';
import { FamilyScene } from './test-support/family-scene.js';

describeFamilyRefusals({
  operation: 'recordHousehold',
  input: ({ householdId }) => ({ householdId, notes: 'Demo-Notes' }),
  references: ['householdId'],
});

describe('recording a household', () => {
  let desk: TestDesk;
  let scene: FamilyScene;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    scene = await FamilyScene.open(desk);
  });

  it('adds a further one to the case, sealed', async () => {
    const version = await scene.version();

    const answer = await scene.change('recordHousehold', { version, notes: 'Demo-Grandparents' });

    expect(answer).toMatchObject({ __typename: 'CaseChanged', version: version + 1 });
    expect(await scene.opened('household')).toHaveLength(2);
    expect(await scene.openedRow('household', answer.addedId)).toMatchObject({
      version: 1,
      sealed_t1: { notes: 'Demo-Grandparents' },
    });
    expect(await scene.showsClearText()).toBe(false);
    expect(await scene.acts()).toEqual(['HOUSEHOLD_ADDED']);
  });

  it('replaces the notes and seals them to the next revision', async () => {
    const { householdId } = scene;

    const first = await scene.change('recordHousehold', { householdId, notes: 'Demo-Once' });
    const second = await scene.change('recordHousehold', { householdId, notes: 'Demo-Twice' });

    expect([first.addedId, second.addedId]).toEqual([null, null]);
    expect(await scene.opened('household')).toEqual([
      { id: householdId, version: 3, sealed_t1: { notes: 'Demo-Twice' } },
    ]);
    expect(await scene.showsClearText()).toBe(false);
  });

  it('takes the notes away where none are sent', async () => {
    await scene.change('recordHousehold', { householdId: scene.householdId });

    expect(await scene.openedRow('household', scene.householdId)).toMatchObject({
      sealed_t1: { notes: null },
    });
  });

  it('keeps the place of an envelope: an older one put back does not open', async () => {
    const { householdId } = scene;
    const [older] = await desk.database.asOperator<{ sealed_t1: Buffer }>(
      'SELECT sealed_t1 FROM household WHERE id = $1',
      [householdId],
    );
    await scene.change('recordHousehold', { householdId, notes: 'Demo-Newer' });

    await desk.database.asOperator('UPDATE household SET sealed_t1 = $2 WHERE id = $1', [
      householdId,
      older?.sealed_t1,
    ]);

    await expect(scene.opened('household')).rejects.toThrow('household.sealed_t1 does not open');
  });

  it.each(UNUSABLE_TEXTS)('refuses %s and writes nothing', async (_, notes, reason) => {
    const before = await scene.stored();

    const answer = await scene.change('recordHousehold', { notes });

    expect(answer).toMatchObject({ __typename: 'InvalidInput', field: 'notes', reason });
    expect(await scene.stored()).toEqual(before);
  });
});
