import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import {
  addDeputy,
  CHANGED,
  LANTERN,
  MARKER,
  openCase,
  WHOLE_FILE,
} from './test-support/full-case.js';

const READS = 200;
const LATE = 40;
const LANES = 20;
const ROUNDS = 2;

describe('revoking access', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  it('holds at once: 2 × 200 concurrent reads, 0 that start after the commit show anything', async () => {
    const caseworker = await desk.as('caseworker');
    const coordinator = await desk.as('coordinator');
    const holderId = await desk.personId('caseworker-two');
    const met = { before: 0, late: 0, afterwards: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const caseId = await openCase(caseworker);
      await addDeputy(desk, { crew: LANTERN, caseId, deputy: 'caseworker-two' });
      const second = await startTestDesk({ database: desk.database });
      const readers = [await desk.as('caseworker-two'), await second.signIn('caseworker-two')];
      let revoked = false;
      let started = 0;
      let startedLate = 0;
      const lanes = Array.from({ length: LANES }, async (_, lane) => {
        const reader = readers[lane % readers.length];
        while (started < READS || startedLate < LATE) {
          const startsLate = revoked;
          started += 1;
          if (startsLate) startedLate += 1;
          const text = JSON.stringify(
            await reader?.ask('query', 'caseFile', { caseId }, WHOLE_FILE),
          );
          const shows = text.includes(MARKER);
          if (startsLate && shows) met.late += 1;
          if (!startsLate && shows) met.before += 1;
        }
        met.afterwards += startedLate;
      });
      await sleep(randomInt(60, 250));
      const answer = await coordinator.ask(
        'mutation',
        'revokeAccess',
        { caseId, holderId },
        CHANGED,
      );
      revoked = true;
      expect(answer.__typename).toBe('CaseChanged');
      await Promise.all(lanes);
      await second.close();
    }

    expect(met.late).toBe(0);
    expect(met.before).toBeGreaterThan(0);
    expect(met.afterwards).toBeGreaterThan(0);
  });

  it('of a whole person holds at once, too: a suspended one reads nothing with an open session', async () => {
    const client = await desk.signIn('caseworker-three');
    const caseId = await openCase(client);
    expect(JSON.stringify(await client.ask('query', 'caseFile', { caseId }, WHOLE_FILE))).toContain(
      MARKER,
    );

    await desk.database.asOperator(`UPDATE person SET standing = 'SUSPENDED' WHERE id = $1`, [
      await desk.personId('caseworker-three'),
    ]);
    const answer = await client.send('{ me { id } }');

    expect(answer.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});
