import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { describeFamilyRefusals, UNUSABLE_TEXTS } from './test-support/family-refusals.js';
import { FamilyScene } from './test-support/family-scene.js';

describeFamilyRefusals({
  operation: 'recordPrisonerStatus',
  input: ({ prisonerId }) => ({ prisonerId, code: 'INCOMMUNICADO', since: '2021-02-01' }),
  references: ['prisonerId'],
});

/** The scene's prisoner is held on remand since 2 January 2021. */
describe('recording what happened to a prisoner', () => {
  let desk: TestDesk;
  let scene: FamilyScene;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  beforeEach(async () => {
    scene = await FamilyScene.open(desk);
  });

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have the shape of the query
  const record = async (code: string, since: string, note?: string): Promise<any> =>
    scene.change('recordPrisonerStatus', { prisonerId: scene.prisonerId, code, since, note });

  it('adds a sealed line to the dated history', async () => {
    const version = await scene.version();

    const answer = await record('INCOMMUNICADO', '2021-02-01', 'Demo-No letters');

    expect(answer).toMatchObject({ __typename: 'CaseChanged', version: version + 1 });
    expect(await scene.opened('prisoner_status')).toHaveLength(2);
    expect(await scene.openedRow('prisoner_status', answer.addedId)).toMatchObject({
      sealed_t1: { code: 'INCOMMUNICADO', since: '2021-02-01', note: 'Demo-No letters' },
    });
    expect(await scene.showsClearText()).toBe(false);
    expect((await scene.stored()).join()).not.toContain('INCOMMUNICADO');
    expect(await scene.acts()).toEqual(['PRISONER_STATUS_RECORDED']);
  });

  it('leaves trust alone while the prisoner stays held', async () => {
    await scene.addChannel('VERIFIED');

    await record('SENTENCED', '2021-02-01');

    expect(await scene.trusts()).toEqual(['VERIFIED']);
  });

  it.each([
    ['a release', ['RELEASED']],
    ['a milder restraint', ['HOUSE_ARREST']],
    ['a release after a line that could not be confirmed', ['UNCONFIRMED', 'RELEASED']],
  ])('%s makes all verified channels doubtful, and only those', async (_, codes) => {
    for (const trust of ['VERIFIED', 'VERIFIED', 'UNKNOWN', 'COMPROMISED']) {
      await scene.addChannel(trust);
    }

    for (const [index, code] of codes.entries())
      await record(code, `2021-02-0${String(index + 1)}`);

    expect(await scene.trusts()).toEqual(['COMPROMISED', 'DEGRADED', 'DEGRADED', 'UNKNOWN']);
    expect(await scene.acts()).toContain('CHANNEL_TRUST_FELL');
  });

  it('makes them doubtful again at a new arrest', async () => {
    await record('RELEASED', '2021-02-01');
    await scene.addChannel('VERIFIED');

    await record('DETAINED', '2021-03-01');

    expect(await scene.trusts()).toEqual(['DEGRADED']);
  });

  it('does not touch the channels of another family', async () => {
    const other = await FamilyScene.open(desk);
    await other.addChannel('VERIFIED');

    await record('RELEASED', '2021-02-01');

    expect(await other.trusts()).toEqual(['VERIFIED']);
  });

  it('tells neither audit nor news whether it was a release or an arrest', async () => {
    await scene.addChannel('VERIFIED');

    await record('RELEASED', '2021-02-01');

    expect((await scene.stored()).join()).not.toMatch(/RELEASE|ARREST/);
  });

  it.each([
    ['a day before the last line', 'SENTENCED', '2021-01-01', 'BEFORE_LAST_STATUS'],
    ['the same day and code', 'REMAND', '2021-01-02', 'ALREADY_RECORDED'],
    ['the same day, another code', 'RELEASED', '2021-01-02', 'CONFLICTS_ON_SAME_DAY'],
  ])('refuses %s and writes nothing', async (_, code, since, reason) => {
    await scene.addChannel('VERIFIED');
    const before = await scene.stored();

    const answer = await record(code, since);

    expect(answer).toMatchObject({ __typename: 'Refused', reason });
    expect(answer.message).not.toBe('A rule does not allow this.');
    expect(await scene.stored()).toEqual(before);
  });

  it('takes nothing after a death, in whatever order the lines lie in the table', async () => {
    for (const [code, since] of [
      ['SENTENCED', '2021-02-01'],
      ['IN_TRANSFER', '2021-03-01'],
      ['DIED', '2021-04-01'],
    ] as const) {
      expect((await record(code, since)).__typename).toBe('CaseChanged');
    }
    await desk.database.asOperator(
      `WITH lines AS (DELETE FROM prisoner_status WHERE case_id = $1 RETURNING *)
       INSERT INTO prisoner_status SELECT * FROM lines ORDER BY id`,
      [scene.caseId],
    );

    expect(await record('RELEASED', '2021-05-01')).toMatchObject({ reason: 'STATUS_IS_FINAL' });
  });

  it.each([
    ['code', 'MOON', '2021-02-01', 'UNKNOWN_CODE'],
    ['since', 'RELEASED', '2999-01-01', 'IN_THE_FUTURE'],
    ['since', 'RELEASED', '2021-02-30', 'NOT_A_DAY'],
  ])('refuses an unusable %s (%s %s) and writes nothing', async (field, code, since, reason) => {
    const before = await scene.stored();

    expect(await record(code, since)).toMatchObject({ field, reason });
    expect(await scene.stored()).toEqual(before);
  });

  it.each(UNUSABLE_TEXTS)('refuses %s in the note and writes nothing', async (_, note, reason) => {
    const before = await scene.stored();

    expect(await record('RELEASED', '2021-02-01', note)).toMatchObject({ field: 'note', reason });
    expect(await scene.stored()).toEqual(before);
  });

  it('is INTEGRITY where a line of the history does not open, and writes nothing', async () => {
    await desk.database.asOperator(
      `UPDATE prisoner_status SET sealed_t1 = set_byte(sealed_t1, 60, get_byte(sealed_t1, 60) # 1)
       WHERE case_id = $1`,
      [scene.caseId],
    );
    const before = await scene.stored();

    const answer = await record('RELEASED', '2021-02-01');

    expect(answer).toMatchObject({ __typename: 'IntegrityFailed', code: 'INTEGRITY' });
    expect(await scene.stored()).toEqual(before);
  });
});
