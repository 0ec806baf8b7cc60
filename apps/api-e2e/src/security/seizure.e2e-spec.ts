import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionAuthenticator } from '@kinward/identity';
import { UnitOfWork } from '@kinward/platform';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';
import { KeyOpener } from '@kinward/vault';
import {
  addDeputy,
  LANTERN,
  openCase,
  openFullCase,
  WHOLE_FILE,
} from './test-support/full-case.js';
import { Seizure } from './test-support/seizure.js';

/** Whose case it is, by the order of opening; the deputy holds every fourth one, too. */
const CASES = 20;

describe('whoever seizes the database', () => {
  let desk: TestDesk;
  let seizure: Seizure;
  const heldBy = { caseworker: new Set<string>(), 'caseworker-three': new Set<string>() };
  const all: string[] = [];

  /** What a token opens on a server that is put up over the seized database. */
  const keysOf = async (token: string, server = desk): Promise<Buffer[] | null> => {
    const authenticator = server.app.get(SessionAuthenticator, { strict: false });
    const request = await authenticator.authenticate(`Bearer ${token}`);
    if (request === null) return null;
    const opener = server.app.get(KeyOpener, { strict: false });
    return server.app.get(UnitOfWork, { strict: false }).read(request.actor, async () => {
      const keys = await opener.open(request.actor, all);
      if (!keys.ok) throw new Error('a grant fails its checks');
      return all.flatMap((caseId) =>
        (['T0', 'T1'] as const).flatMap((tier) => {
          const dataKey = keys.value.of(caseId, tier)?.dataKey;
          return dataKey === undefined ? [] : [Buffer.from(dataKey)];
        }),
      );
    });
  };
  const casesOf = (keys: readonly Buffer[]): Set<string> =>
    new Set(seizure.openedBy(keys).map((field) => field.caseId));
  const tokenParts = (client: TestClient): Buffer[] =>
    (client.token ?? '').split('.').map((part) => Buffer.from(part, 'base64url'));

  beforeAll(async () => {
    desk = await startTestDesk();
    await Promise.all([desk.as('caseworker'), desk.as('caseworker-three')]);
    const opening = Array.from({ length: CASES }, async (_, index) => {
      const key = index % 2 === 1 ? 'caseworker-three' : 'caseworker';
      const crew = { ...LANTERN, caseworker: key };
      const caseId =
        index === 0 ? await openFullCase(desk, LANTERN) : await openCase(await desk.as(key));
      all.push(caseId);
      heldBy[key].add(caseId);
      if (index % 4 !== 3) return;
      await addDeputy(desk, { crew, caseId, deputy: 'caseworker' });
      heldBy.caseworker.add(caseId);
    });
    await Promise.all(opening);
    const caseworker = await desk.as('caseworker');
    for (const caseId of all) await caseworker.ask('query', 'caseFile', { caseId }, WHOLE_FILE);
    seizure = await Seizure.of(desk);
  });

  afterAll(() => desk.close());

  it('with database, keyring and server keys, and no passphrase, opens 0 of 20 cases', () => {
    const candidates = seizure.candidates();

    expect(seizure.fields.length).toBeGreaterThanOrEqual(CASES * 7);
    expect(candidates.length).toBeGreaterThan(500);
    // A key belongs to one tier of one case, so one field of each decides on all of them.
    expect(seizure.samples().fields).toHaveLength(CASES * 2);
    expect(seizure.samples().openedBy(candidates)).toEqual([]);
  });

  it('with one live token opens exactly the cases granted to it: 15 of 20', async () => {
    const keys = await keysOf((await desk.as('caseworker')).token ?? '');

    expect(heldBy.caseworker.size).toBe(15);
    expect(casesOf(keys ?? [])).toEqual(heldBy.caseworker);
  });

  it('with another live token opens exactly the other ones, whatever instance it asks: 10 of 20', async () => {
    const second = await startTestDesk({ database: desk.database });
    const keys = await keysOf((await desk.as('caseworker-three')).token ?? '', second);
    await second.close();

    expect(casesOf(keys ?? [])).toEqual(heldBy['caseworker-three']);
  });

  it('after the logout opens nothing with the old token, nor with what can be derived from it', async () => {
    const client = await desk.signIn('caseworker-three');
    const caseId = [...heldBy['caseworker-three']][0];
    await client.ask('query', 'caseFile', { caseId }, WHOLE_FILE);
    expect(casesOf((await keysOf(client.token ?? '')) ?? []).size).toBe(10);

    await client.send('mutation { logout { endedSessions } }');
    const later = (await Seizure.of(desk)).samples();

    expect(await keysOf(client.token ?? '')).toBeNull();
    const secret = tokenParts(client)[1] ?? Buffer.alloc(0);
    expect(later.openedBy(later.candidates([secret]))).toEqual([]);
    const [left] = await desk.database.asOperator<{ count: number }>(
      `SELECT count(*)::int AS count FROM session_key k
       WHERE NOT EXISTS (SELECT FROM session s WHERE s.id_hash = k.session_id_hash)`,
    );
    expect(left?.count).toBe(0);
  });

  it('learns nothing from a token of an administrator or a security officer: 0 of 20', async () => {
    for (const role of ['administrator', 'security-officer', 'coordinator', 'auditor']) {
      expect(casesOf((await keysOf((await desk.as(role)).token ?? '')) ?? [])).toEqual(new Set());
    }
  });
});
