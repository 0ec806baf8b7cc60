import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpDatabase, startTestDesk, type TestDesk } from '@kinward/testing';
import { NOBODYS_ID } from './test-support/contact-case.js';
import { LANTERN, MARKER, openFullCase, WHOLE_FILE } from '../security/test-support/full-case.js';
import { Seizure } from '../security/test-support/seizure.js';

const CHANGED = `{ __typename ... on CaseChanged { caseId version } ... on UserError { code }
  ... on Refused { reason } ... on WrongState { presentState } ... on StaleVersion { currentVersion } }`;
const PROPOSED = CHANGED.replace(
  'CaseChanged { caseId version }',
  'CaseErasureProposed { endsAt }',
);
const APPOINTED = CHANGED.replace(
  'CaseChanged { caseId version }',
  'DataProtectionOfficerChanged { personId }',
);
const OUTCOME = '{ __typename ... on UserError { code } ... on Refused { reason } }';
const DUE = `{ __typename ... on Refused { reason }
  ... on CaseErasures { cases { edges { node { caseId codename state proposedBy } } } } }`;
const refused = (reason: string) => ({ __typename: 'Refused', code: 'REFUSED', reason });

describe('erasing a case', () => {
  let desk: TestDesk;
  /** One that nothing happens to. */
  let otherId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    otherId = await openFullCase(desk, LANTERN);
    expect(await appoint('auditor')).toMatchObject({ __typename: 'DataProtectionOfficerChanged' });
  });

  afterAll(() => desk.close());

  const ask = async (who: string, operation: string, input: object, selection = CHANGED) =>
    (await desk.as(who)).ask('mutation', operation, input, selection);
  const propose = (caseId: string) =>
    ask('security-officer', 'proposeCaseErasure', { caseId }, PROPOSED);
  const confirm = (caseId: string, who = 'auditor') => ask(who, 'confirmCaseErasure', { caseId });
  const appoint = async (who: string) => {
    const input = { personId: await desk.personId(who) };
    return ask('administrator', 'appointDataProtectionOfficer', input, APPOINTED);
  };
  const due = async (who: string) =>
    (await desk.as(who)).ask('query', 'caseErasures', { first: 50 }, DUE);
  const signature = (caseId: string, change: string) =>
    desk.database.asOperator(
      `UPDATE transition_signature SET ${change} WHERE case_id = $1 AND transition = 'ERASE'`,
      [caseId],
    );
  /** A full case that was closed so many days after the last on which it had to be kept. */
  const closed = async (overdueDays = 2): Promise<string> => {
    const caseId = await openFullCase(desk, LANTERN);
    await desk.database.asOperator(
      `UPDATE case_file SET state = 'CLOSED', retention_due_day = current_date - $2::int, next_step_kind = NULL,
         next_step_due_day = NULL WHERE id = $1`,
      [caseId, overdueDays],
    );
    return caseId;
  };

  it('appoints one who neither proposes nor is the appointer', async () => {
    expect(await appoint('security-officer')).toEqual(refused('INCOMPATIBLE_DUTIES'));
    expect(await appoint('volunteer')).toEqual(refused('INCOMPATIBLE_DUTIES'));
    expect(await appoint('administrator')).toEqual(refused('SECOND_PERSON_REQUIRED'));
    expect(await appoint('bridge-coordinator')).toMatchObject({ __typename: 'NotFound' });
    expect(await appoint('auditor')).toEqual(refused('ALREADY_APPOINTED'));

    const caseId = await closed();
    await propose(caseId);
    expect(await confirm(caseId, 'coordinator')).toEqual(refused('NOT_DATA_PROTECTION_OFFICER'));
    await appoint('coordinator');
    const input = { personId: await desk.personId('coordinator') };
    const dismiss = () => ask('administrator', 'dismissDataProtectionOfficer', input, APPOINTED);
    expect(await dismiss()).toMatchObject({ __typename: 'DataProtectionOfficerChanged' });
    expect(await dismiss()).toMatchObject({ __typename: 'NotFound' });
    expect(await confirm(caseId, 'coordinator')).toEqual(refused('NOT_DATA_PROTECTION_OFFICER'));
  });

  it('waits until the case is over and its time of keeping, too', async () => {
    expect(await propose(otherId)).toMatchObject({ presentState: 'SCREENING' });
    const kept = await closed(0);
    expect(await propose(kept)).toEqual(refused('RETENTION_NOT_OVER'));
    expect(await confirm(kept)).toEqual(refused('RETENTION_NOT_OVER'));
    const caseId = await closed();
    expect(await confirm(caseId)).toEqual(refused('ERASURE_NOT_PROPOSED'));
    const move = { caseId, transition: 'ERASE' };
    expect(await ask('security-officer', 'transitionCase', move, OUTCOME)).toEqual(
      refused('STEP_OF_ITS_OWN'),
    );
    const stale = { caseId, version: 99 };
    expect(await ask('security-officer', 'proposeCaseErasure', stale, PROPOSED)).toMatchObject({
      __typename: 'StaleVersion',
    });
    expect(await propose(NOBODYS_ID)).toMatchObject({ __typename: 'NotFound' });
  });

  it('shows what is due to those two, and to nobody else', async () => {
    const caseId = await closed();
    await propose(caseId);

    const proposedBy = await desk.personId('security-officer');
    for (const who of ['security-officer', 'auditor']) {
      const { cases } = await due(who);
      const nodes = (cases.edges as { node: { caseId: string } }[]).map(({ node }) => node);
      const line = nodes.find((node) => node.caseId === caseId);
      expect(line).toMatchObject({ state: 'CLOSED', proposedBy });
    }
    expect(await due('coordinator')).toMatchObject({ reason: 'NOT_DATA_PROTECTION_OFFICER' });
  });

  it('refuses a proposal that has run out, or that was made by the one who confirms', async () => {
    const caseId = await closed();
    await propose(caseId);
    await signature(caseId, `signed_by = '${await desk.personId('auditor')}'`);
    expect(await confirm(caseId)).toEqual(refused('SECOND_PERSON_REQUIRED'));
    await signature(caseId, `signed_by = '${await desk.personId('coordinator')}'`);
    expect(await confirm(caseId)).toEqual(refused('SECOND_SIGNATURE_NOT_VALID'));
    await propose(caseId);
    await signature(caseId, `expires_at = now() - interval '1 hour'`);
    expect(await confirm(caseId)).toEqual(refused('ERASURE_NOT_PROPOSED'));
  });

  it('refuses while a call-out is open, or money is set aside', async () => {
    const caseId = await closed();
    await propose(caseId);
    await desk.database.asOperator(
      `INSERT INTO call_out (id, organization_id, state, priority, case_id, raised_at, acknowledge_due_at, action_due_at,
         stabilise_due_at)
       SELECT gen_random_uuid(), organization_id, 'TRIAGED', 'P0', id, now(), now(), now(), now() FROM case_file WHERE id = $1`,
      [caseId],
    );
    expect(await confirm(caseId)).toEqual(refused('CALL_OUT_UNDER_WAY'));
    expect(await propose(caseId)).toEqual(refused('CALL_OUT_UNDER_WAY'));
    await desk.database.asOperator('DELETE FROM call_out WHERE case_id = $1', [caseId]);
    expect(await confirm(caseId)).toMatchObject({ __typename: 'CaseChanged' });
  });

  it('leaves no key and nothing that anybody could open, and the log and the trail say so', async () => {
    const caseId = await closed();
    await propose(caseId);
    // A correction that nobody has compared yet lies under the key of the inbox, not of the case.
    await desk.database.asOperator(
      `INSERT INTO intake_request (id, organization_id, source, state, submission_key, root_key, received_on, case_id,
         proposed_t0, proposed_t1, proposed_on)
       SELECT gen_random_uuid(), organization_id, 'KOBO', 'ACCEPTED', '\\x01', '\\x01', current_date, id, '\\x02', '\\x02',
         current_date FROM case_file WHERE id = $1`,
      [caseId],
    );
    const before = await Seizure.of(desk);
    const whole = await (
      await desk.as('caseworker')
    ).ask('query', 'caseFile', { caseId }, WHOLE_FILE);
    expect(JSON.stringify(whole)).toContain(MARKER);

    expect(await confirm(caseId)).toMatchObject({ __typename: 'CaseChanged', caseId });

    const [row] = await desk.database.asOperator<object>(
      `SELECT f.state, f.assignee_id, f.deputy_id,
         (SELECT count(*)::int FROM access_grant g JOIN compartment c ON c.id = g.compartment_id WHERE c.subject_id = f.id) AS grants,
         (SELECT count(recovery_envelope)::int FROM compartment_epoch e JOIN compartment c ON c.id = e.compartment_id
            WHERE c.subject_id = f.id) AS recovery,
         (SELECT count(*)::int FROM session_key k WHERE k.grant_id NOT IN (SELECT id FROM access_grant)) AS cached,
         (SELECT count(proposed_t0)::int FROM intake_request r WHERE r.case_id = f.id) AS inbox,
         (SELECT count(*)::int FROM disclosure d WHERE d.case_id = f.id AND d.purpose = 'CASE_ERASED') AS log,
         (SELECT count(*)::int FROM audit_entry a WHERE a.subject_id = f.id AND a.action = 'CASE_ERASE') AS trail
       FROM case_file f WHERE f.id = $1`,
      [caseId],
    );
    expect(row).toEqual({
      ...{ state: 'ERASED', assignee_id: null, deputy_id: null },
      ...{ grants: 0, recovery: 0, cached: 0, inbox: 0, log: 1, trail: 1 },
    });
    const seizure = await Seizure.of(desk);
    const fields = seizure.fields.filter((field) => field.caseId === caseId);
    expect(fields).toHaveLength(before.fields.filter((field) => field.caseId === caseId).length);
    const keyring = await dumpDatabase(desk.database.addresses.keyringAdminUrl);
    expect(keyring).not.toContain(caseId);
    expect(keyring).toContain(otherId);
    const dump = await dumpDatabase(desk.database.addresses.adminUrl);
    for (const text of [dump, keyring, readFileSync(desk.logFile, 'utf8')]) {
      expect(text).not.toContain(MARKER);
    }
    for (const who of ['caseworker', 'caseworker-two', 'coordinator']) {
      const answer = await (await desk.as(who)).ask('query', 'caseFile', { caseId }, WHOLE_FILE);
      expect(JSON.stringify(answer)).not.toContain(MARKER);
    }
    const alive = await (
      await desk.as('caseworker')
    ).ask('query', 'caseFile', { caseId: otherId }, WHOLE_FILE);
    expect(JSON.stringify(alive)).toContain(MARKER);
  });

  it('is final: it is neither erased again nor reopened', async () => {
    const caseId = await closed();
    await propose(caseId);
    await confirm(caseId);

    expect(await propose(caseId)).toMatchObject({ presentState: 'ERASED' });
    expect(await confirm(caseId)).toMatchObject({ presentState: 'ERASED' });
    const reopen = { caseId, transition: 'REOPEN' };
    expect(await ask('caseworker', 'transitionCase', reopen, OUTCOME)).toMatchObject({
      __typename: 'NotFound',
    });
    expect(JSON.stringify(await due('auditor'))).not.toContain(caseId);
  });

  it('is forbidden to whom the table of permissions does not name', async () => {
    for (const [who, operation] of [
      ['coordinator', 'proposeCaseErasure'],
      ['security-officer', 'confirmCaseErasure'],
      ['volunteer', 'confirmCaseErasure'],
    ] as const) {
      const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input!`;
      const document = `mutation ($input: ${type}) { ${operation}(input: $input) { __typename } }`;
      const answer = await (await desk.as(who)).send(document, { input: { caseId: otherId } });
      expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
