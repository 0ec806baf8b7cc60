import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { approve, fundedNeed, submitted } from '../disbursements/disbursement-scene.js';

const ERRORS = `... on UserError { code } ... on InvalidInput { field reason } ... on Refused { reason }
  ... on StaleVersion { currentVersion }`;
const MADE = `{ __typename ... on SettingChangeMade { settingChangeId awaitsSecond version } ${ERRORS} }`;
const DECIDED = `{ __typename ... on SettingChangeDecided { state } ${ERRORS} }`;
const SETTING = `{ key code label unit value usual least most isUsual isFixed version waiting { id from to } }`;
const CHANGES = `{ edges { node { id key code from to state proposedBy { id } decidedBy { id } } }
  pageInfo { endCursor hasNextPage } }`;

interface Setting {
  readonly key: string;
  readonly code: string | null;
  readonly value: string;
  readonly version: number;
}

/** Each test works on a setting of its own, so that they run in any order. */
describe('what an organisation sets for itself', () => {
  let desk: TestDesk;
  let administrator: TestClient;
  let officer: TestClient;

  const settings = async (client = administrator): Promise<Setting[]> =>
    (await client.send(`{ organizationSettings(input: {}) ${SETTING} }`)).data.organizationSettings;
  const setting = async (key: string, code: string | null = null, client = administrator) => {
    const found = (await settings(client)).find((each) => each.key === key && each.code === code);
    if (found === undefined) throw new Error(`no ${key}`);
    return found;
  };
  const change = async (key: string, value: string | null, more: object = {}) => {
    const { code = null } = more as { code?: string };
    const version = await setting(key, code).then(
      (found) => found.version,
      () => 0,
    );
    return administrator.ask('mutation', 'changeSetting', { key, value, version, ...more }, MADE);
  };
  const decide = (settingChangeId: string, isAccepted: boolean, client = officer) =>
    client.ask('mutation', 'decideSettingChange', { settingChangeId, isAccepted }, DECIDED);
  const withdraw = (settingChangeId: string) =>
    administrator.ask('mutation', 'withdrawSettingChange', { settingChangeId }, DECIDED);
  const audited = async (id: string): Promise<string[]> => {
    const rows = await desk.database.asOperator<{ action: string }>(
      'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY shard, sequence',
      [id],
    );
    return rows.map(({ action }) => action).sort();
  };

  beforeAll(async () => {
    desk = await startTestDesk();
    administrator = await desk.as('administrator');
    officer = await desk.as('security-officer');
  });

  afterAll(() => desk.close());

  it('begins with what is usual in the country', async () => {
    const bridge = await desk.as('bridge-coordinator');
    const all = await settings(bridge);
    expect(all).toContainEqual(
      expect.objectContaining({
        ...{ key: 'NEED_CEILING', code: 'LIV-GRANT', unit: 'EUR_CENTS', version: 0 },
        ...{ value: '50000', usual: '50000', least: '0', most: '100000', isUsual: true },
      }),
    );
    expect(await setting('NEED_CEILING', 'DET-TRACE', bridge)).toMatchObject({ isFixed: true });
    const single = all.filter(({ code }) => code === null);
    expect(single.map(({ key, value }) => `${key} ${value}`)).toEqual([
      'CALL_OUT_CAP 50000',
      'CALL_OUT_CAP_P0 150000',
      'T0_CASE_LIMIT 25',
      'PROBATION_CASE_LIMIT 2',
      'CONTACT_RHYTHM_DAYS 45',
      'SMALLEST_CELL 10',
    ]);
  });

  it('holds at once where it lets less through: two sign a sheet above the lower ceiling', async () => {
    const before = await submitted(desk, await fundedNeed(desk));
    expect(await approve(desk, before.disbursementId)).toMatchObject({ state: 'APPROVED' });

    const made = await change('NEED_CEILING', '39999', { code: 'LIV-GRANT' });
    expect(made).toMatchObject({ awaitsSecond: false, version: 1 });
    const caseworker = await desk.as('caseworker');
    expect(await setting('NEED_CEILING', 'LIV-GRANT', caseworker)).toMatchObject({
      value: '39999',
      isUsual: false,
    });
    const taxonomy = await caseworker.send(
      '{ needTaxonomy(input: {}) { types { code ceiling { minorUnits } } } }',
    );
    expect(taxonomy.data.needTaxonomy.types).toContainEqual({
      code: 'LIV-GRANT',
      ceiling: { minorUnits: '39999' },
    });

    // The need itself is of the kind that takes two from now on, so the money is set aside under the old ceiling.
    await withdraw(made.settingChangeId);
    const funded = await fundedNeed(desk);
    const again = await change('NEED_CEILING', '39999', { code: 'LIV-GRANT' });
    const { disbursementId, warnings } = await submitted(desk, funded);
    expect(warnings).toContain('OVER_CEILING');
    expect(await approve(desk, disbursementId)).toMatchObject({ state: 'PENDING_APPROVAL' });
    expect(await approve(desk, disbursementId, 1, 'coordinator-two')).toMatchObject({
      state: 'APPROVED',
    });
    expect(await withdraw(again.settingChangeId)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await setting('NEED_CEILING', 'LIV-GRANT')).toMatchObject({ value: '50000' });
    expect(await audited(again.settingChangeId)).toEqual([
      'SETTING_CHANGED',
      'SETTING_CHANGE_DROPPED',
    ]);
  });

  it('waits for a second person where it lets more through', async () => {
    const made = await change('CALL_OUT_CAP', '60000');
    expect(made).toMatchObject({ awaitsSecond: true });
    expect(await setting('CALL_OUT_CAP')).toMatchObject({
      value: '50000',
      waiting: { id: made.settingChangeId, from: '50000', to: '60000' },
    });
    expect(await change('CALL_OUT_CAP', '40000')).toMatchObject({
      reason: 'SETTING_AWAITS_SECOND',
    });
    expect(await decide(made.settingChangeId, true, administrator)).toMatchObject({
      reason: 'CHANGE_NEEDS_ANOTHER',
    });

    expect(await decide(made.settingChangeId, true)).toMatchObject({ state: 'APPLIED' });

    expect(await setting('CALL_OUT_CAP')).toMatchObject({ value: '60000', waiting: null });
    expect(await decide(made.settingChangeId, false)).toMatchObject({ reason: 'ALREADY_DECIDED' });
    expect(await withdraw(made.settingChangeId)).toMatchObject({ reason: 'ALREADY_DECIDED' });
    expect(await audited(made.settingChangeId)).toEqual([
      'SETTING_CHANGED',
      'SETTING_CHANGE_PROPOSED',
    ]);
    const protocols = await (
      await desk.as('coordinator')
    ).send('{ callOutProtocols { priority cap { minorUnits } } }');
    const caps = protocols.data.callOutProtocols
      .filter(({ priority }: { priority: string }) => priority !== 'P0')
      .map(({ cap }: { cap: { minorUnits: string } }) => cap.minorUnits);
    expect(new Set(caps)).toEqual(new Set(['60000']));
  });

  it('is refused by the second person, and withdrawn by the first', async () => {
    const first = await change('CALL_OUT_CAP_P0', '160000');
    expect(await decide(first.settingChangeId, false)).toMatchObject({ state: 'REFUSED' });
    const second = await change('CALL_OUT_CAP_P0', '170000');
    expect(await withdraw(second.settingChangeId)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await setting('CALL_OUT_CAP_P0')).toMatchObject({ value: '150000', waiting: null });
  });

  it('is undone for ten minutes, as long as nobody changed it since', async () => {
    const first = await change('NEED_CEILING', '10000', { code: 'DET-PARCEL' });
    const second = await change('NEED_CEILING', '9000', { code: 'DET-PARCEL' });
    expect(await withdraw(first.settingChangeId)).toMatchObject({ reason: 'UNDO_IS_OVER' });
    desk.clock.advance({ minutes: 11 });
    expect(await withdraw(second.settingChangeId)).toMatchObject({ reason: 'UNDO_IS_OVER' });
    expect(await setting('NEED_CEILING', 'DET-PARCEL')).toMatchObject({ value: '9000' });
    const back = await change('NEED_CEILING', null, { code: 'DET-PARCEL' });
    expect(back).toMatchObject({ awaitsSecond: true });
  });

  it('is the rhythm of the next case, and the limit of what one person holds', async () => {
    expect(await change('CONTACT_RHYTHM_DAYS', '30')).toMatchObject({ awaitsSecond: false });
    expect(await change('T0_CASE_LIMIT', '20')).toMatchObject({ awaitsSecond: false });
    expect(await change('SMALLEST_CELL', '15')).toMatchObject({ awaitsSecond: false });
    const less = await change('SMALLEST_CELL', '12');
    expect(less).toMatchObject({ awaitsSecond: true });
    expect(await withdraw(less.settingChangeId)).toMatchObject({ state: 'WITHDRAWN' });
    const { caseId } = await fundedNeed(desk);
    const [row] = await desk.database.asOperator<{ days: number }>(
      'SELECT contact_rhythm_days AS days FROM case_file WHERE id = $1',
      [caseId],
    );
    expect(row?.days).toBe(30);
  });

  it.each([
    ['NEED_CEILING', '100001', { code: 'LIV-GRANT' }, { field: 'value', reason: 'TOO_LARGE' }],
    ['NEED_CEILING', '100', { code: 'NO-SUCH' }, { field: 'code', reason: 'UNKNOWN_CODE' }],
    ['NEED_CEILING', '100', {}, { field: 'code', reason: 'UNKNOWN_CODE' }],
    ['NEED_CEILING', '100', { code: 'DET-TRACE' }, { reason: 'SETTING_FIXED' }],
    ['PROBATION_CASE_LIMIT', '3', {}, { field: 'value', reason: 'TOO_LARGE' }],
    ['PROBATION_CASE_LIMIT', '2', {}, { reason: 'SAME_AS_BEFORE' }],
    ['PROBATION_CASE_LIMIT', null, {}, { reason: 'SAME_AS_BEFORE' }],
    ['PROBATION_CASE_LIMIT', '1', { code: 'LIV-GRANT' }, { field: 'code' }],
    ['PROBATION_CASE_LIMIT', '1.5', {}, { field: 'value', reason: 'NOT_A_WHOLE_NUMBER' }],
    ['PROBATION_CASE_LIMIT', '-1', {}, { field: 'value', reason: 'NOT_A_WHOLE_NUMBER' }],
    ['PROBATION_CASE_LIMIT', '1', { version: 7 }, { currentVersion: 0 }],
    ['SMALLEST_CELL', '9', {}, { field: 'value', reason: 'TOO_SMALL' }],
    ['T0_CASE_LIMIT', '41', {}, { field: 'value', reason: 'TOO_LARGE' }],
    ['T0_CASE_LIMIT', '0', {}, { field: 'value', reason: 'TOO_SMALL' }],
    ['CONTACT_RHYTHM_DAYS', '91', {}, { field: 'value', reason: 'TOO_LARGE' }],
  ])('refuses %s %s %j', async (key, value, more, expected) => {
    expect(await change(key, value, more)).toMatchObject(expected);
  });

  it('shows who set what, newest first', async () => {
    const { settingChangeId } = await change('NEED_CEILING', '7000', { code: 'DET-CLOTHES' });
    const list = (input: object, client = officer) =>
      client.ask('query', 'settingChanges', input, CHANGES);
    const first = await list({ first: 1 });
    expect(first.edges[0].node).toEqual({
      ...{ id: settingChangeId, key: 'NEED_CEILING', code: 'DET-CLOTHES' },
      ...{ from: '15000', to: '7000', state: 'APPLIED' },
      proposedBy: { id: await desk.personId('administrator') },
      decidedBy: { id: await desk.personId('administrator') },
    });
    await change('NEED_CEILING', '6000', { code: 'DET-CLOTHES' });
    const { pageInfo } = await list({ first: 1 });
    const next = await list({ first: 1, after: pageInfo.endCursor });
    expect(next.edges[0].node.id).toBe(settingChangeId);
    const wrong = await officer.send('{ settingChanges(input: { after: "x" }) { __typename } }');
    expect(wrong.errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('is nothing of another organisation', async () => {
    const stranger = '00000000-0000-4000-8000-000000000000';
    expect(await decide(stranger, true)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await withdraw(stranger)).toMatchObject({ code: 'NOT_FOUND' });
    await change('NEED_CEILING', '5000', { code: 'DET-MEDPARCEL' });
    const bridge = await desk.as('bridge-coordinator');
    expect(await setting('NEED_CEILING', 'DET-MEDPARCEL', bridge)).toMatchObject({ version: 0 });
  });

  it.each(['coordinator', 'auditor', 'volunteer'])('is not changed by a %s', async (key) => {
    const client = await desk.as(key);
    const id = '00000000-0000-4000-8000-000000000000';
    for (const document of [
      'mutation { changeSetting(input: { key: SMALLEST_CELL, value: "20", version: 0 }) { __typename } }',
      `mutation { decideSettingChange(input: { settingChangeId: "${id}", isAccepted: true }) { __typename } }`,
      `mutation { withdrawSettingChange(input: { settingChangeId: "${id}" }) { __typename } }`,
    ]) {
      const { errors } = await client.send(document);
      expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
