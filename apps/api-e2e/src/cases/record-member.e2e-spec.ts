import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { describeFamilyRefusals, UNUSABLE_TEXTS } from './test-support/family-refusals.js';
import { FamilyScene } from './test-support/family-scene.js';

const CHILD = { name: 'Demo-Child', relation: 'CHILD', birthDate: '2015-06-07' };

describeFamilyRefusals({
  operation: 'recordMember',
  input: ({ householdId, memberId }) => ({ householdId, memberId, ...CHILD }),
  references: ['householdId', 'memberId'],
});

describe('recording a member', () => {
  let desk: TestDesk;
  let scene: FamilyScene;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    scene = await FamilyScene.open(desk);
  });

  it('adds one to the household, identity and story in their own envelopes', async () => {
    const { householdId } = scene;
    const version = await scene.version();
    const input = { householdId, version, ...CHILD, address: 'Demo-Street', notes: 'Demo-Note' };

    const answer = await scene.change('recordMember', input);

    expect(answer).toMatchObject({ __typename: 'CaseChanged', version: version + 1 });
    expect(await scene.openedRow('household_member', answer.addedId)).toEqual({
      id: answer.addedId,
      version: 1,
      sealed_t0: { name: 'Demo-Child', birthDate: '2015-06-07', address: 'Demo-Street' },
      sealed_t1: { relation: 'CHILD', notes: 'Demo-Note' },
    });
    expect(await scene.showsClearText()).toBe(false);
    expect(await scene.acts()).toEqual(['MEMBER_ADDED']);
  });

  it('replaces what is known of one, both envelopes at the next revision', async () => {
    const { householdId, memberId } = scene;

    const answer = await scene.change('recordMember', { householdId, memberId, ...CHILD });

    expect(answer.addedId).toBeNull();
    expect(await scene.opened('household_member')).toEqual([
      {
        id: memberId,
        version: 2,
        sealed_t0: { name: 'Demo-Child', birthDate: '2015-06-07', address: null },
        sealed_t1: { relation: 'CHILD', notes: null },
      },
    ]);
    expect(await scene.acts()).toEqual(['MEMBER_CHANGED']);
  });

  it('moves one to another household of the case', async () => {
    const { memberId } = scene;
    const { addedId: householdId } = await scene.change('recordHousehold', {});

    await scene.change('recordMember', { householdId, memberId, ...CHILD });

    const rows = await desk.database.asOperator(
      'SELECT household_id FROM household_member WHERE id = $1',
      [memberId],
    );
    expect(rows).toEqual([{ household_id: householdId }]);
  });

  it('lets one of two writers win who read the same version', async () => {
    const { householdId } = scene;
    const input = { householdId, version: await scene.version(), ...CHILD };

    const answers = await Promise.all([
      scene.change('recordMember', input),
      scene.change('recordMember', input),
    ]);

    const outcomes = answers.map((answer) => String(answer.__typename)).sort();
    expect(outcomes).toEqual(['CaseChanged', 'StaleVersion']);
    expect(await scene.opened('household_member')).toHaveLength(2);
    expect(await scene.version()).toBe(input.version + 1);
  });

  it('takes both of two writers who name no version, one after the other', async () => {
    const { householdId } = scene;
    const version = await scene.version();

    const answers = await Promise.all([
      scene.change('recordMember', { householdId, ...CHILD }),
      scene.change('recordMember', { householdId, ...CHILD }),
    ]);

    const versions = answers.map((answer) => Number(answer.version)).sort();
    expect(versions).toEqual([version + 1, version + 2]);
    expect(await scene.opened('household_member')).toHaveLength(3);
  });

  it.each(
    ['name', 'address', 'notes'].flatMap((field) =>
      UNUSABLE_TEXTS.map(([what, text, reason]) => [what, field, text, reason] as const),
    ),
  )('refuses %s in %s and writes nothing', async (_, field, text, reason) => {
    const before = await scene.stored();
    const input = { householdId: scene.householdId, ...CHILD, [field]: text };

    const answer = await scene.change('recordMember', input);

    expect(answer).toMatchObject({ __typename: 'InvalidInput', field, reason });
    expect(await scene.stored()).toEqual(before);
  });

  it.each([
    ['relation', 'NEIGHBOUR', 'UNKNOWN_CODE'],
    ['birthDate', '2999-01-01', 'IN_THE_FUTURE'],
    ['birthDate', '2015-02-30', 'NOT_A_DAY'],
    ['name', ' ', 'BLANK'],
  ])('refuses %s %j and writes nothing', async (field, value, reason) => {
    const before = await scene.stored();
    const input = { householdId: scene.householdId, ...CHILD, [field]: value };

    const answer = await scene.change('recordMember', input);

    expect(answer).toMatchObject({ __typename: 'InvalidInput', field, reason });
    expect(await scene.stored()).toEqual(before);
  });
});
