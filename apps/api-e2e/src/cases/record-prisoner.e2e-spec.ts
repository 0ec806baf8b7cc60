import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { describeFamilyRefusals, UNUSABLE_TEXTS } from './test-support/family-refusals.js';
import { FamilyScene } from './test-support/family-scene.js';

const BROTHER = { name: 'Demo-Brother', recognitionBasis: 'VIASNA' };

describeFamilyRefusals({
  operation: 'recordPrisoner',
  input: ({ householdId }) => ({ ...BROTHER, householdIds: [householdId] }),
  references: ['householdIds'],
});

describeFamilyRefusals({
  operation: 'recordPrisoner',
  input: ({ prisonerId }) => ({ ...BROTHER, prisonerId }),
  references: ['prisonerId'],
});

describe('recording a prisoner', () => {
  let desk: TestDesk;
  let scene: FamilyScene;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    scene = await FamilyScene.open(desk);
  });

  const householdsOf = async (prisonerId: string): Promise<string[]> => {
    const rows = await desk.database.asOperator<{ household_id: string }>(
      'SELECT household_id FROM household_prisoner WHERE prisoner_id = $1',
      [prisonerId],
    );
    return rows.map((row) => row.household_id).sort();
  };

  it('adds one to the only household, sealed', async () => {
    const version = await scene.version();

    const answer = await scene.change('recordPrisoner', {
      ...BROTHER,
      version,
      birthDate: '1990-01-02',
      facility: 'Demo-Colony',
      notes: 'Demo-Note',
    });

    expect(answer).toMatchObject({ __typename: 'CaseChanged', version: version + 1 });
    expect(await householdsOf(answer.addedId)).toEqual([scene.householdId]);
    expect(await scene.openedRow('prisoner', answer.addedId)).toMatchObject({
      version: 1,
      sealed_t0: { name: 'Demo-Brother', birthDate: '1990-01-02' },
      sealed_t1: { facility: 'Demo-Colony', recognitionBasis: 'VIASNA', notes: 'Demo-Note' },
    });
    expect(await scene.opened('prisoner_status')).toHaveLength(1);
    expect(await scene.showsClearText()).toBe(false);
    expect(await scene.acts()).toEqual(['PRISONER_ADDED']);
  });

  it('links a new one to the households that are named, once each', async () => {
    const { addedId } = await scene.change('recordHousehold', {});
    const householdIds = [scene.householdId, addedId];

    const answer = await scene.change('recordPrisoner', {
      ...BROTHER,
      householdIds: [...householdIds, addedId],
    });

    expect(await householdsOf(answer.addedId)).toEqual(householdIds.sort());
  });

  it('asks which household, where the case has several', async () => {
    await scene.change('recordHousehold', {});
    const before = await scene.stored();

    const answer = await scene.change('recordPrisoner', BROTHER);

    expect(answer).toMatchObject({ field: 'householdIds', reason: 'REQUIRED' });
    expect(await scene.stored()).toEqual(before);
  });

  it('takes a first status, and an arrest makes verified channels doubtful', async () => {
    await scene.addChannel('VERIFIED');
    const status = { code: 'DETAINED', since: '2021-02-03', note: 'Demo-Night' };

    const answer = await scene.change('recordPrisoner', { ...BROTHER, status });

    expect(answer.__typename).toBe('CaseChanged');
    const lines = (await scene.opened('prisoner_status')).map((line) => line.sealed_t1);
    expect(lines).toContainEqual(status);
    expect(await scene.trusts()).toEqual(['DEGRADED']);
    expect(await scene.acts()).toEqual(['CHANNEL_TRUST_FELL', 'PRISONER_ADDED']);
  });

  it('replaces the details of one, both envelopes at the next revision', async () => {
    const { prisonerId } = scene;

    const answer = await scene.change('recordPrisoner', {
      ...BROTHER,
      prisonerId,
      sentenceEndsOn: '2031-05-06',
    });

    expect(answer.addedId).toBeNull();
    expect(await scene.openedRow('prisoner', prisonerId)).toMatchObject({
      version: 2,
      sealed_t0: { name: 'Demo-Brother', birthDate: null },
      sealed_t1: { sentenceEndsOn: '2031-05-06' },
    });
    expect(await scene.showsClearText()).toBe(false);
    expect(await scene.acts()).toEqual(['PRISONER_CHANGED']);
  });

  it.each([
    ['householdIds', []],
    ['status', { code: 'RELEASED', since: '2021-03-04' }],
  ])('refuses %s for a known one instead of leaving it out', async (field, value) => {
    const before = await scene.stored();
    const input = { ...BROTHER, prisonerId: scene.prisonerId, [field]: value };

    const answer = await scene.change('recordPrisoner', input);

    expect(answer).toMatchObject({ field, reason: 'ONLY_FOR_A_NEW_PRISONER' });
    expect(await scene.stored()).toEqual(before);
  });

  it.each(
    ['name', 'facility', 'notes'].flatMap((field) =>
      UNUSABLE_TEXTS.map(([what, text, reason]) => [what, field, text, reason] as const),
    ),
  )('refuses %s in %s and writes nothing', async (_, field, text, reason) => {
    const before = await scene.stored();

    const answer = await scene.change('recordPrisoner', { ...BROTHER, [field]: text });

    expect(answer).toMatchObject({ __typename: 'InvalidInput', field, reason });
    expect(await scene.stored()).toEqual(before);
  });

  it.each([
    [{ facilityType: 'CASTLE' }, 'facilityType', 'UNKNOWN_CODE'],
    [{ articles: ['0'] }, 'articles', 'UNKNOWN_CODE'],
    [{ recognitionBasis: 'RUMOUR' }, 'recognitionBasis', 'UNKNOWN_CODE'],
    [{ sentenceEndsOn: '2031-02-30' }, 'sentenceEndsOn', 'NOT_A_DAY'],
    [{ status: { code: 'MOON', since: '2021-01-01' } }, 'status.code', 'UNKNOWN_CODE'],
    [{ status: { code: 'DETAINED', since: '2999-01-01' } }, 'status.since', 'IN_THE_FUTURE'],
    [
      { status: { code: 'DETAINED', since: '2021-01-01', note: 'Demo-\u0000' } },
      'status.note',
      'FORBIDDEN_CHARACTER',
    ],
  ])('refuses %j and writes nothing', async (more, field, reason) => {
    const before = await scene.stored();

    const answer = await scene.change('recordPrisoner', { ...BROTHER, ...more });

    expect(answer).toMatchObject({ __typename: 'InvalidInput', field, reason });
    expect(await scene.stored()).toEqual(before);
  });
});
