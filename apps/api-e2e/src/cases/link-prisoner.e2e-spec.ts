import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { describeFamilyRefusals } from './test-support/family-refusals.js';
import { FamilyScene } from './test-support/family-scene.js';

describeFamilyRefusals({
  operation: 'linkPrisoner',
  input: ({ householdId, prisonerId }) => ({ householdId, prisonerId, linked: false }),
  references: ['householdId', 'prisonerId'],
});

describe('linking a prisoner', () => {
  let desk: TestDesk;
  let scene: FamilyScene;
  let second: string;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    scene = await FamilyScene.open(desk);
    second = String((await scene.change('recordHousehold', {})).addedId);
  });

  const links = async (): Promise<string[]> => {
    const rows = await desk.database.asOperator<{ link: string }>(
      `SELECT household_id || ' ' || prisoner_id AS link FROM household_prisoner
       WHERE case_id = $1 ORDER BY 1`,
      [scene.caseId],
    );
    return rows.map((row) => row.link);
  };

  it('gives a prisoner a further household, and a household a further prisoner', async () => {
    const { householdId, prisonerId } = scene;
    const added = await scene.change('recordPrisoner', {
      name: 'Demo-Brother',
      recognitionBasis: 'VIASNA',
      householdIds: [second],
    });
    const brotherId = String(added.addedId);

    const one = await scene.change('linkPrisoner', { householdId: second, prisonerId });
    const other = await scene.change('linkPrisoner', { householdId, prisonerId: brotherId });

    expect([one.version, other.version]).toEqual([added.version + 1, added.version + 2]);
    expect(await links()).toEqual(
      [householdId, second]
        .flatMap((household) => [`${household} ${prisonerId}`, `${household} ${brotherId}`])
        .sort(),
    );
    expect(await scene.acts()).toContain('PRISONER_LINKED');
  });

  it('takes a link away', async () => {
    const { householdId, prisonerId } = scene;

    const answer = await scene.change('linkPrisoner', { householdId, prisonerId, linked: false });

    expect(answer).toMatchObject({ __typename: 'CaseChanged', addedId: null });
    expect(await links()).toEqual([]);
    expect(await scene.acts()).toContain('PRISONER_UNLINKED');
  });

  it.each([
    ['links what is linked', true],
    ['parts what is parted', false],
  ])('%s without changing anything', async (_, linked) => {
    const { prisonerId } = scene;
    const input = { householdId: second, prisonerId, linked };
    await scene.change('linkPrisoner', input);
    const before = await scene.stored();
    const version = await scene.version();

    const again = await scene.change('linkPrisoner', { ...input, version });

    expect(again).toMatchObject({ __typename: 'CaseChanged', version });
    expect(await scene.stored()).toEqual(before);
  });
});
