import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpDatabase, startTestDesk, type TestDesk } from '@kinward/testing';
import { day, draft } from '../needs/need-helpers.js';
import { WHOLE_FILE, WHOLE_IDENTITY } from '../security/test-support/full-case.js';
import { CHANGED, move, openCase, staff, verify } from './case-helpers.js';

const MOVED = `{ __typename ... on CaseTransferChanged { offerId version state } ... on UserError { code }
  ... on InvalidInput { field reason } ... on Refused { reason } ... on WrongState { presentState }
  ... on StaleVersion { currentVersion } }`;
const RECEIVED = MOVED.replace(
  'CaseTransferChanged { offerId version state }',
  'CaseOpened { caseId codename }',
);
const LIST = `{ __typename ... on CaseTransfers { partners { id code }
  transfers { edges { node { id isOutgoing state caseId codename region receiverId reason partner { code } } } } } }`;
const refused = (reason: string) => ({ __typename: 'Refused', code: 'REFUSED', reason });
const NAMES = ['Demo-Aunt', 'Demo-Uncle', 'Demo-Street 7', '+99900000001', 'Demo-Secret note'];

describe('handing a case over to another organisation', () => {
  let desk: TestDesk;
  let bridge: string;
  let harbour: string;

  beforeAll(async () => {
    desk = await startTestDesk();
    const rows = await desk.database.asOperator<{ code: string; id: string }>(
      'SELECT code, id FROM organization',
    );
    bridge = rows.find(({ code }) => code === 'bridge')?.id ?? '';
    harbour = rows.find(({ code }) => code === 'harbour')?.id ?? '';
  });

  afterAll(() => desk.close());

  const ask = async (who: string, operation: string, input: object, selection = MOVED) =>
    (await desk.as(who)).ask('mutation', operation, input, selection);
  const offer = (caseId: string, organizationId = bridge, who = 'coordinator') =>
    ask(who, 'offerCaseTransfer', { caseId, organizationId });
  const accept = (offerId: string, who = 'bridge-coordinator') =>
    ask(who, 'answerCaseTransfer', { offerId, accepts: true });
  const send = (offerId: string) => ask('coordinator', 'sendCaseTransfer', { offerId });
  const receive = (offerId: string, who = 'bridge-coordinator', provocationCheckDone = true) =>
    ask(who, 'receiveCaseTransfer', { offerId, provocationCheckDone }, RECEIVED);
  const list = async (who: string) => {
    const answer = await (await desk.as(who)).ask('query', 'caseTransfers', { first: 50 }, LIST);
    return answer.transfers.edges.map(({ node }: { node: object }) => node) as Record<
      string,
      unknown
    >[];
  };
  const consent = (caseId: string, partnerId = bridge) =>
    ask(
      'caseworker',
      'giveConsent',
      {
        caseId,
        purpose: 'TRANSFER_CASE',
        partnerId,
        givenOn: day(desk, -1),
        wording: 'Demo-wording',
      },
      CHANGED,
    );

  /** An ACTIVE family of which a coordinator holds both keys. */
  const family = async (named: string | null = bridge): Promise<string> => {
    const caseId = await openCase(desk, 'caseworker', {
      summary: 'Demo-Secret note',
      members: [{ name: 'Demo-Aunt', relation: 'SPOUSE', address: 'Demo-Street 7' }],
      prisoners: [
        {
          name: 'Demo-Uncle',
          recognitionBasis: 'VIASNA',
          status: { code: 'REMAND', since: '2026-01-02' },
        },
      ],
    });
    const phone = { caseId, kind: 'PHONE', value: '+99900000001' };
    await ask('caseworker', 'recordContactChannel', phone, CHANGED);
    await staff(desk, caseId, 'coordinator');
    const held = { caseId, holderId: await desk.personId('coordinator') };
    await ask('security-officer', 'releaseDeputyLock', held, CHANGED);
    await verify(desk, caseId);
    await move(await desk.as('coordinator-two'), caseId, 'ACTIVATE');
    if (named !== null) await consent(caseId, named);
    return caseId;
  };
  const stateOf = async (caseId: string): Promise<unknown> => {
    const [row] = await desk.database.asOperator<{ state: string }>(
      'SELECT state FROM case_file WHERE id = $1',
      [caseId],
    );
    return row?.state;
  };
  const offered = async (): Promise<{ caseId: string; offerId: string }> => {
    const caseId = await family();
    const { offerId } = await offer(caseId);
    return { caseId, offerId: String(offerId) };
  };

  it('tells whoever records a consent which organisations a family can name, the own one left out', async () => {
    const partners = async (who: string) => {
      const client = await desk.as(who);
      const { data } = await client.send('{ coalitionPartners { id code } }');
      return data?.coalitionPartners as unknown;
    };
    const others = [
      { id: bridge, code: 'bridge' },
      { id: harbour, code: 'harbour' },
    ];
    expect(await partners('caseworker')).toEqual(others);
    expect(await partners('coordinator')).toEqual(others);
    expect(await partners('finance-officer')).toBeUndefined();
  });

  it('offers, accepts, sends to one by name, and arrives under a new codename in SCREENING', async () => {
    const { caseId, offerId } = await offered();
    // Before anybody has accepted, the other side sees a region and a day.
    const line = (await list('bridge-coordinator')).find(({ id }) => id === offerId);
    expect(line).toMatchObject({ isOutgoing: false, state: 'OFFERED', region: 'IN_WEST' });
    expect(line).toMatchObject({ caseId: null, codename: null, partner: { code: 'lantern' } });
    expect(await receive(offerId)).toMatchObject({ presentState: 'OFFERED' });
    expect(await send(offerId)).toMatchObject({ presentState: 'OFFERED' });
    expect(await accept(offerId)).toMatchObject({ state: 'ACCEPTED' });
    expect(await stateOf(caseId)).toBe('ACTIVE');
    expect(await send(offerId)).toMatchObject({ state: 'SENT' });
    expect(await stateOf(caseId)).toBe('TRANSFERRED');
    const underway = await dumpDatabase(desk.database.addresses.adminUrl);

    const arrived = await receive(offerId);

    expect(arrived).toMatchObject({ __typename: 'CaseOpened' });
    const newId = String(arrived.caseId);
    const [row] = await desk.database.asOperator<Record<string, unknown>>(
      `SELECT f.state, o.code, f.assignee_id, f.sealed_t0 IS NOT NULL AS link, f.codename <> old.codename AS renamed,
         (SELECT array_agg(trust) FROM contact_channel WHERE case_id = f.id) AS trust, f.retention_due_day,
         old.retention_due_day > current_date AS kept
       FROM case_file f JOIN organization o ON o.id = f.organization_id JOIN case_file old ON old.id = $2 WHERE f.id = $1`,
      [newId, caseId],
    );
    expect(row).toEqual({
      ...{ state: 'SCREENING', code: 'bridge', link: true, renamed: true, trust: ['UNKNOWN'] },
      ...{
        assignee_id: await desk.personId('bridge-coordinator'),
        retention_due_day: null,
        kept: true,
      },
    });
    const reader = await desk.as('bridge-coordinator');
    const file = JSON.stringify(
      await reader.ask('query', 'caseFile', { caseId: newId }, WHOLE_FILE),
    );
    const purpose = 'CONTACT_FAMILY';
    const who = await reader.ask(
      'mutation',
      'revealIdentity',
      { caseId: newId, purpose },
      WHOLE_IDENTITY,
    );
    const seen = file + JSON.stringify(who);
    expect(NAMES.filter((text) => !seen.includes(text))).toEqual([]);
    // Neither on the way nor afterwards does a dump name anybody, or lead from one case to the other.
    const after = await dumpDatabase(desk.database.addresses.adminUrl);
    for (const text of NAMES) {
      expect(underway).not.toContain(text);
      expect(after).not.toContain(text);
    }
    const [left] = await desk.database.asOperator<object>(
      'SELECT state, case_id, sealed_parcel, parcel_grant FROM case_transfer WHERE id = $1',
      [offerId],
    );
    expect(left).toEqual({
      state: 'RECEIVED',
      case_id: null,
      sealed_parcel: null,
      parcel_grant: null,
    });
    expect(await dumpDatabase(desk.database.addresses.keyringAdminUrl)).not.toContain(offerId);
    expect(await receive(offerId)).toMatchObject({ presentState: 'RECEIVED' });
  });

  it('needs the consent of the family that names this very organisation', async () => {
    const caseId = await family(null);
    expect(await offer(caseId)).toEqual(refused('TRANSFER_CONSENT_REQUIRED'));
    await consent(caseId, harbour);
    expect(await offer(caseId)).toEqual(refused('TRANSFER_CONSENT_REQUIRED'));
    await consent(caseId);
    const { offerId } = await offer(caseId);
    await accept(offerId);
    // It is asked again at the last moment.
    await consent(caseId, harbour);
    expect(await send(offerId)).toEqual(refused('TRANSFER_CONSENT_REQUIRED'));
    expect(await stateOf(caseId)).toBe('ACTIVE');
  });

  it('waits while money is under way, a call-out or a task is open', async () => {
    const caseId = await family();
    const { needId } = await draft(desk, caseId);
    const reserve = (minor: number) =>
      desk.database.asOperator('UPDATE need SET reserved_minor = $2 WHERE id = $1', [
        needId,
        minor,
      ]);
    await reserve(100);
    expect(await offer(caseId)).toEqual(refused('MONEY_UNDER_WAY'));
    await reserve(0);
    const { offerId } = await offer(caseId);
    await accept(offerId);
    await desk.database.asOperator(
      `INSERT INTO call_out (id, organization_id, state, priority, case_id, raised_at, acknowledge_due_at, action_due_at,
         stabilise_due_at)
       SELECT gen_random_uuid(), organization_id, 'TRIAGED', 'P0', id, now(), now(), now(), now() FROM case_file WHERE id = $1`,
      [caseId],
    );
    expect(await send(offerId)).toEqual(refused('CALL_OUT_UNDER_WAY'));
    await desk.database.asOperator('DELETE FROM call_out');
    expect(await send(offerId)).toMatchObject({ state: 'SENT' });
  });

  it('is offered to one at a time, to a partner, by whoever holds the keys', async () => {
    const { caseId, offerId } = await offered();
    expect(await offer(caseId)).toEqual(refused('ALREADY_OFFERED'));
    const lantern = (await list('bridge-coordinator'))[0];
    expect(lantern).toMatchObject({ partner: { code: 'lantern' } });
    const own = await desk.database.asOperator<{ id: string }>(
      `SELECT id FROM organization WHERE code = 'lantern'`,
    );
    for (const id of [own[0]?.id ?? '', caseId, 'nobody']) {
      expect(await offer(caseId, id)).toMatchObject({ field: 'organizationId', reason: 'UNKNOWN' });
    }
    expect(await offer(caseId, bridge, 'coordinator-two')).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await ask('coordinator', 'withdrawCaseTransfer', { offerId })).toMatchObject({
      state: 'WITHDRAWN',
    });
    expect(await accept(offerId)).toMatchObject({ presentState: 'WITHDRAWN' });
    expect(await offer(caseId)).toMatchObject({ state: 'OFFERED' });
  });

  it('is declined with a reason, and each side does only its own part', async () => {
    const { offerId } = await offered();
    const no = { offerId, accepts: false };
    expect(await ask('coordinator', 'answerCaseTransfer', no)).toEqual(refused('NOT_YOUR_SIDE'));
    expect(await ask('harbour-coordinator', 'answerCaseTransfer', no)).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await ask('bridge-coordinator', 'withdrawCaseTransfer', { offerId })).toEqual(
      refused('NOT_YOUR_SIDE'),
    );
    expect(await ask('bridge-coordinator', 'answerCaseTransfer', no)).toEqual(
      refused('REASON_REQUIRED'),
    );
    expect(
      await ask('bridge-coordinator', 'answerCaseTransfer', { ...no, reason: 'TIRED' }),
    ).toMatchObject({ field: 'reason', reason: 'UNKNOWN_CODE' });
    expect(
      await ask('bridge-coordinator', 'answerCaseTransfer', { ...no, version: 7 }),
    ).toMatchObject({ currentVersion: 1 });
    expect(
      await ask('bridge-coordinator', 'answerCaseTransfer', { ...no, reason: 'NO_CAPACITY' }),
    ).toMatchObject({ state: 'DECLINED' });
    expect(await accept(offerId)).toMatchObject({ presentState: 'DECLINED' });
  });

  it('lapses when nobody answers, and can be offered again then', async () => {
    const { caseId, offerId } = await offered();
    await desk.database.asOperator('UPDATE case_transfer SET lapses_on = $2 WHERE id = $1', [
      offerId,
      // Two days: the other organisation may live in a zone where it is still yesterday.
      day(desk, -2),
    ]);
    expect(await accept(offerId)).toMatchObject({ presentState: 'LAPSED' });
    expect((await list('coordinator')).find(({ id }) => id === offerId)).toMatchObject({
      state: 'LAPSED',
    });
    expect(await offer(caseId)).toMatchObject({ state: 'OFFERED' });
  });

  it('opens for nobody but the one who accepted, and never with a certificate that was exchanged', async () => {
    const { caseId, offerId } = await offered();
    await accept(offerId);
    const [good] = await desk.database.asOperator<{ certificate: Buffer }>(
      'SELECT receiver_certificate AS certificate FROM case_transfer WHERE id = $1',
      [offerId],
    );
    const exchange = (certificate: unknown) =>
      desk.database.asOperator('UPDATE case_transfer SET receiver_certificate = $2 WHERE id = $1', [
        offerId,
        certificate,
      ]);
    const [foreign] = await desk.database.asOperator<{ certificate: Buffer }>(
      'SELECT certificate FROM credential WHERE person_id = $1',
      [await desk.personId('caseworker')],
    );
    await exchange(foreign?.certificate);
    expect(await send(offerId)).toMatchObject({ __typename: 'IntegrityFailed' });
    expect(await stateOf(caseId)).toBe('ACTIVE');
    await exchange(good?.certificate);
    await send(offerId);
    await desk.database.asOperator(`UPDATE case_transfer SET receiver_id = $2 WHERE id = $1`, [
      offerId,
      await desk.personId('bridge-caseworker'),
    ]);
    expect(await receive(offerId)).toEqual(refused('NOT_YOUR_PARCEL'));
    await desk.database.asOperator(
      `UPDATE case_transfer SET receiver_id = $2, sealed_parcel = sealed_parcel || '\\x00'::bytea WHERE id = $1`,
      [offerId, await desk.personId('bridge-coordinator')],
    );
    expect(await receive(offerId)).toMatchObject({ __typename: 'IntegrityFailed' });
    await desk.database.asOperator(
      `UPDATE case_transfer SET sealed_parcel = substring(sealed_parcel from 1 for length(sealed_parcel) - 1) WHERE id = $1`,
      [offerId],
    );
    expect(await receive(offerId, 'bridge-coordinator', false)).toEqual(
      refused('PROVOCATION_CHECK_REQUIRED'),
    );
    expect(await receive(offerId)).toMatchObject({ __typename: 'CaseOpened' });
  });

  it('destroys what was sent when the sender takes it back before it was fetched', async () => {
    const { caseId, offerId } = await offered();
    await accept(offerId);
    await send(offerId);
    expect(await dumpDatabase(desk.database.addresses.keyringAdminUrl)).toContain(offerId);

    expect(await ask('coordinator', 'withdrawCaseTransfer', { offerId })).toMatchObject({
      state: 'WITHDRAWN',
    });

    expect(await receive(offerId)).toMatchObject({ presentState: 'WITHDRAWN' });
    expect(await dumpDatabase(desk.database.addresses.keyringAdminUrl)).not.toContain(offerId);
    // The family is not lost: the sender takes the case up again, under another codename.
    expect(await move(await desk.as('caseworker'), caseId, 'REOPEN')).toMatchObject({
      state: 'SCREENING',
    });
  });

  it('is no change of state like others, and forbidden to other roles', async () => {
    const caseId = await family();
    expect(await move(await desk.as('coordinator'), caseId, 'TRANSFER')).toMatchObject(
      refused('STEP_OF_ITS_OWN'),
    );
    for (const operation of ['offerCaseTransfer', 'sendCaseTransfer', 'receiveCaseTransfer']) {
      const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input!`;
      const document = `mutation ($input: ${type}) { ${operation}(input: $input) { __typename } }`;
      const input = {
        offerCaseTransfer: { caseId, organizationId: bridge },
        sendCaseTransfer: { offerId: caseId },
        receiveCaseTransfer: { offerId: caseId, provocationCheckDone: true },
      }[operation];
      const answer = await (await desk.as('caseworker')).send(document, { input });
      expect(answer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
