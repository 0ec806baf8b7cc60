import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATION_PERMISSIONS, type OperationName } from '@kinward/platform';
import { dumpDatabase, startTestDesk, type TestDesk } from '@kinward/testing';
import { BRIDGE, LANTERN, openFullCase } from './test-support/full-case.js';
import { operationsOf, type Operation } from './test-support/operations.js';

const STRANGERS = ['bridge-coordinator', 'bridge-caseworker'] as const;
/** Values that get a call as far as its ids. */
const VALUES = {
  code: 'REMAND',
  days: 9,
  dueDay: '2026-12-31',
  event: 'DOUBT_RECORDED',
  evidence: 'TWO_REFEREES',
  givenOn: '2026-11-20',
  kind: 'PHONE',
  name: 'Demo-Name',
  outcome: 'REACHED',
  purpose: 'CONTACT',
  recognitionBasis: 'VIASNA',
  relation: 'SPOUSE',
  since: '2026-01-02',
  value: 'Demo-Value',
  wording: 'Demo-Wording',
};
const BY_OPERATION: Readonly<Record<string, object>> = {
  planNextStep: { kind: 'CALL_FAMILY' },
  recordVerification: { recognitionBasis: undefined },
  revealIdentity: { purpose: 'CONTACT_FAMILY' },
};

describe('ids of another organisation', () => {
  let desk: TestDesk;
  let operations: Operation[];
  let own: Record<string, string>;
  let foreign: Record<string, string>;

  /** One id of each kind that an organisation has. */
  const idsOf = async (caseId: string, colleague: string): Promise<Record<string, string>> => {
    const first = async (table: string): Promise<string> => {
      const sql = `SELECT id FROM ${table} WHERE case_id = $1`;
      const [row] = await desk.database.asOperator<{ id: string }>(sql, [caseId]);
      return row?.id ?? '';
    };
    const person = await desk.personId(colleague);
    const channel = await first('contact_channel');
    return {
      caseId,
      householdId: await first('household'),
      householdIds: await first('household'),
      memberId: await first('household_member'),
      prisonerId: await first('prisoner'),
      prisonerIds: await first('prisoner'),
      channelId: channel,
      replacesChannelId: channel,
      personId: person,
      assigneeId: person,
      holderId: person,
      toPersonId: person,
      refereeIds: person,
      partnerId: person,
      // Of the books, which no caseworker and no coordinator may read.
      accountId: caseId,
      transferId: caseId,
    };
  };
  const unknown = (seed: string): string => {
    const hex = createHash('sha256').update(seed).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };

  beforeAll(async () => {
    desk = await startTestDesk();
    operations = operationsOf(desk).filter(({ idFields }) => idFields.length > 0);
    foreign = await idsOf(await openFullCase(desk, LANTERN), 'caseworker');
    own = await idsOf(await openFullCase(desk, BRIDGE), 'bridge-coordinator');
  });

  afterAll(() => desk.close());

  it('look like ids of nothing in every argument of every operation, and nothing is changed', async () => {
    const lantern = async (): Promise<string[]> => {
      const [row] = await desk.database.asOperator<{ id: string }>(
        `SELECT id FROM organization WHERE code = 'lantern'`,
      );
      const lines = (await dumpDatabase(desk.database.addresses.adminUrl)).split('\n');
      return lines.filter((line) => line.includes(row?.id ?? '')).sort();
    };
    const before = await lantern();
    const differences: string[] = [];
    const unnamed: string[] = [];
    let calls = 0;
    let refusals = 0;

    for (const operation of operations) {
      const allowed: readonly string[] =
        OPERATION_PERMISSIONS[operation.name as OperationName].roles;
      for (const field of operation.idFields) {
        if (foreign[field] === undefined) unnamed.push(`${operation.name}.${field}`);
        for (const stranger of STRANGERS) {
          const role = stranger.replace('bridge-', '').toUpperCase();
          if (!allowed.includes(role)) continue;
          const client = await desk.as(stranger);
          const required = Object.fromEntries(
            Object.entries(own).filter(([name]) => operation.input()[name] !== undefined),
          );
          const ask = async (id: string | undefined): Promise<string> => {
            const more = { ...VALUES, ...BY_OPERATION[operation.name], ...required, [field]: id };
            return (await client.send(operation.document, { input: operation.input(more) })).text;
          };
          const [theirs, nobodys] = [
            await ask(foreign[field]),
            await ask(unknown(operation.name + field)),
          ];
          calls += 2;
          if (theirs !== nobodys)
            differences.push(`${operation.name}.${field}: ${theirs} / ${nobodys}`);
          if (/NOT_FOUND|REFUSED|INVALID_INPUT/.test(theirs)) refusals += 1;
        }
      }
    }

    expect(unnamed).toEqual([]);
    expect(differences).toEqual([]);
    expect(calls).toBeGreaterThanOrEqual(80);
    expect(refusals).toBeGreaterThanOrEqual(35);
    expect(await lantern()).toEqual(before);
  });

  it('are not refused because the call itself is wrong: with own ids at least 10 operations succeed', async () => {
    const client = await desk.as('bridge-caseworker');
    const done: string[] = [];
    // A hand-over would take the case from the one who asks.
    for (const operation of operations.filter(({ name }) => name !== 'handOverCase')) {
      const required = Object.fromEntries(
        Object.entries(own).filter(([name]) => operation.input()[name] !== undefined),
      );
      const input = operation.input({ ...VALUES, ...BY_OPERATION[operation.name], ...required });
      const { text } = await client.send(operation.document, { input });
      if (/CaseChanged|CaseFile|IdentityRevealed|CaseTransitioned/.test(text))
        done.push(operation.name);
    }

    expect(done.length).toBeGreaterThanOrEqual(10);
  });
});
