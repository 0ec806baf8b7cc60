import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATION_PERMISSIONS, type OperationName } from '@kinward/platform';
import { dumpDatabase, startTestDesk, type TestDesk } from '@kinward/testing';
import { BRIDGE, LANTERN, openFullCase, type Crew } from './test-support/full-case.js';
import { operationsOf, type Operation } from './test-support/operations.js';
import { plantBooks } from './test-support/planted-books.js';
import { plantOffer } from './test-support/planted-offer.js';
import { plantPerson } from './test-support/planted-person.js';
import { plantInbox } from './test-support/planted-inbox.js';
import { plantMailbox } from './test-support/planted-mailbox.js';

/** The caseworker first, who has the keys. */
const STRANGERS = ['bridge-caseworker', 'bridge-coordinator'] as const;
/** Gifts by card go to the strangers' organisation; nobody listens where the provider should be. */
const STRIPE = {
  key: 'sk_test_demo',
  webhookSecret: 'whsec_demo_for_tests',
  organization: 'bridge',
  local: { host: '127.0.0.1', port: 1 },
};
/** Values that get a call as far as its ids. */
const VALUES = {
  acceptsCardNotice: true,
  channelClass: 'BANK_ABROAD',
  code: 'REMAND',
  completedOn: '2026-01-02',
  currency: 'EUR',
  days: 9,
  dueDay: '2026-12-31',
  event: 'DOUBT_RECORDED',
  evidence: 'TWO_REFEREES',
  givenOn: '2026-11-20',
  heldOn: '2026-01-02',
  fallback: 'FREE_FUND',
  kind: 'PHONE',
  language: 'en',
  minorUnits: '1000',
  name: 'Demo-Name',
  organization: 'bridge',
  outcome: 'REACHED',
  purpose: 'CONTACT',
  recognitionBasis: 'VIASNA',
  relation: 'SPOUSE',
  rhythm: 'ONCE',
  since: '2026-01-02',
  triggerCode: 'SURGE',
  value: 'Demo-Value',
  verdict: 'PROCEED',
  wording: 'Demo-Wording',
};
const BY_OPERATION: Readonly<Record<string, object>> = {
  addCaseNote: { kind: 'OBSERVATION' },
  caseMatters: { kind: 'NEED' },
  draft: { kind: 'CASE_NOTE' },
  keepDraft: { kind: 'CASE_NOTE' },
  askApplicant: { reason: 'FACTS_MISSING' },
  declineRequest: { reason: 'SPAM' },
  assessNeed: { duplicateAnswer: 'NONE_FOUND' },
  cancelDisbursement: { reasonCode: 'NOT_NEEDED' },
  cancelTask: { reasonCode: 'NOT_NEEDED' },
  cancelNeed: { reason: 'NO_LONGER_NEEDED' },
  changeMonthlyGift: { change: 'PAUSE' },
  checkPublicText: { kind: 'UPDATE' },
  closeCallOut: { outcome: 'STABLE_WITH_OWNER' },
  escalateCallOut: { reasonCode: 'SOURCE_DOUBTFUL' },
  changeNeed: { code: 'LIV-GRANT' },
  draftTask: { kind: 'BUY_AND_POST', dueAt: new Date(Date.now() + 86_400_000).toISOString() },
  declineApplication: { reason: 'NOT_SUITABLE' },
  fundReportFile: { format: 'CSV' },
  giveConsent: { purpose: 'SHARE_WITH_PARTNER' },
  markFailed: { reasonCode: 'BANK_REFUSED' },
  markLostOrSeized: { reasonCode: 'CARRIER_LOST' },
  openDispute: { reasonCode: 'LESS_THAN_PAID' },
  planNextStep: { kind: 'CALL_FAMILY' },
  compareEvidence: { document: 'RGVtbw==' },
  recordEvidence: { evidenceClass: 'E2', what: 'DELIVERER_ATTESTS' },
  recordNeed: { code: 'LIV-GRANT' },
  recordVerification: { recognitionBasis: undefined },
  rejectDisbursement: { reasonCode: 'DUPLICATE' },
  rejectNeed: { reason: 'NOT_ELIGIBLE' },
  reportRecheckReason: { reason: 'TRAVEL' },
  revealIdentity: { purpose: 'CONTACT_FAMILY' },
  revealPaymentInstruction: { purpose: 'PAY_OUT' },
  sendBackNeed: { reason: 'FACTS_MISSING' },
  sendBackPublicText: { reason: 'UNCLEAR' },
  startRecurringNeed: { code: 'LIV-GRANT', rhythm: 'YEARLY', firstDueDay: '2026-12-31', count: 1 },
  stopRecurringNeed: { reason: 'NO_LONGER_NEEDED' },
  waiveEvidence: { reasonCode: 'CONTACT_LOST' },
  withdrawConsent: { purpose: 'AID_PROCESSING' },
  writePublicText: { kind: 'UPDATE' },
};

/** Optional ids without which a call is refused before it looks at the others. */
const ALSO_NEEDED: Readonly<Record<string, readonly string[]>> = {
  actOnNeeds: ['needId', 'personId'],
  giveConsent: ['partnerId'],
  recordVerification: ['refereeIds'],
  screenRequests: ['screenerId'],
};
/** Optional ids without which a call can never succeed. */
const ALSO_TO_SUCCEED: Readonly<Record<string, readonly string[]>> = {
  chooseFallback: ['giftId'],
  draft: ['subjectId'],
  mergeRequest: ['intoRequestId'],
  recordPrisoner: ['householdIds'],
  startGift: ['fundId'],
};
/** Planted papers open for nobody, and the strangers' organisation is too small for a deputy. */
const NOTHING_OF_THEIR_OWN = [
  // Nobody has a copy of a planted complaint.
  'answerComplaint',
  'answerQuestion',
  'compareEvidence',
  'decisionSheet',
  // The keys of the own case lie with a caseworker, and only coordinators may offer it.
  'offerCaseTransfer',
  'openComplaint',
  'openEvidence',
  'releaseDeputyLock',
  'releaseEvidenceLock',
  'revealPaymentInstruction',
  'revokeAccess',
  'revokeInboxKey',
  'taskDetails',
  'taskQuestions',
];

type Ids = Readonly<Record<string, string | readonly string[]>>;

function mayCall(stranger: string, { name }: Operation): boolean {
  const { roles } = OPERATION_PERMISSIONS[name as OperationName];
  return roles.some((role) => role === stranger.replace('bridge-', '').toUpperCase());
}

/** The ids that a call cannot do without. */
function requiredOf(operation: Operation, ids: Ids, also: readonly string[] = []): object {
  const needed = [
    ...Object.keys(operation.input()),
    ...(ALSO_NEEDED[operation.name] ?? []),
    ...also,
  ];
  return Object.fromEntries(Object.entries(ids).filter(([name]) => needed.includes(name)));
}

/** An id, followed by the rest of an own list where one is not enough. */
function among(id: string | undefined, own: Ids[string] | undefined): unknown {
  const others = [own ?? []].flat().slice(1);
  return others.length === 0 ? id : [id, ...others];
}

describe('ids of another organisation', () => {
  let desk: TestDesk;
  let operations: Operation[];
  let own: Ids;
  let foreign: Ids;

  /** One id of each kind that an organisation has. */
  const idsOf = async (crew: Crew, colleague: string): Promise<Ids> => {
    const caseId = await openFullCase(desk, crew);
    const first = async (table: string): Promise<string> => {
      const sql = `SELECT id FROM ${table} WHERE case_id = $1`;
      const [row] = await desk.database.asOperator<{ id: string }>(sql, [caseId]);
      return row?.id ?? '';
    };
    const person = await desk.personId(colleague);
    const channel = await first('contact_channel');
    const writer = await desk.as(crew.caseworker);
    const keep = (kind: string): Promise<{ id: string }> => {
      const draft = { kind, subjectId: caseId, content: 'Demo-Draft' };
      return writer.ask('mutation', 'keepDraft', draft, '{ ... on DraftKept { id } }');
    };
    await keep('CASE_NOTE');
    const { id: draftId } = await keep('CONTACT_ATTEMPT');
    return {
      caseId,
      subjectId: caseId,
      draftId,
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
      refereeIds: [person, await desk.personId(crew.caseworker)],
      partnerId: person,
      refereeId: person,
      managerId: person,
      caseIds: caseId,
      intoCaseId: caseId,
      ...(await plantOffer(desk, crew, caseId)),
      ...(await plantPerson(desk, crew, person)),
      ...(await plantBooks(desk, crew)),
      ...(await plantInbox(desk, crew)),
      ...(await plantMailbox(desk, crew, caseId)),
    };
  };
  const unknown = (seed: string): string => {
    const hex = createHash('sha256').update(seed).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };

  /** Sessions are named without dashes. */
  const unknownOf = (operation: string, field: string): string =>
    field === 'sessionId'
      ? unknown(operation + field).replaceAll('-', '')
      : unknown(operation + field);

  beforeAll(async () => {
    desk = await startTestDesk({ config: { stripe: STRIPE } });
    operations = operationsOf(desk).filter(({ idFields }) => idFields.length > 0);
    foreign = await idsOf(LANTERN, 'caseworker');
    own = await idsOf(BRIDGE, 'bridge-coordinator');
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
      for (const field of operation.idFields) {
        if (foreign[field] === undefined) unnamed.push(`${operation.name}.${field}`);
        for (const stranger of STRANGERS) {
          if (!mayCall(stranger, operation)) continue;
          const client = await desk.as(stranger);
          const required = requiredOf(operation, own);
          const ask = async (id: string | undefined): Promise<string> => {
            const more = { ...VALUES, ...BY_OPERATION[operation.name], ...required };
            const sent = { ...more, [field]: among(id, own[field]) };
            return (await client.send(operation.document, { input: operation.input(sent) })).text;
          };
          const [theirs, nobodys] = [
            await ask([foreign[field] ?? []].flat()[0]),
            await ask(unknownOf(operation.name, field)),
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
    expect(calls).toBeGreaterThanOrEqual(280);
    expect(refusals).toBeGreaterThanOrEqual(130);
    expect(await lantern()).toEqual(before);
  });

  it('are not refused because the call itself is wrong: with own ids the calls get past them', async () => {
    const mine = await idsOf(BRIDGE, 'bridge-coordinator');
    const called = new Set<string>();
    const passed = new Set<string>();
    for (const stranger of STRANGERS) {
      const client = await desk.as(stranger);
      // A hand-over would take the case from the one who asks.
      for (const operation of operations.filter(({ name }) => name !== 'handOverCase')) {
        if (!mayCall(stranger, operation)) continue;
        const required = requiredOf(operation, mine, ALSO_TO_SUCCEED[operation.name]);
        const input = operation.input({ ...VALUES, ...BY_OPERATION[operation.name], ...required });
        const { text } = await client.send(operation.document, { input });
        called.add(operation.name);
        if (!/INVALID_INPUT|NOT_FOUND|"errors"/.test(text)) passed.add(operation.name);
      }
    }

    expect(called.size).toBeGreaterThanOrEqual(70);
    expect([...called].filter((name) => !passed.has(name)).sort()).toEqual(NOTHING_OF_THEIR_OWN);
  });
});
