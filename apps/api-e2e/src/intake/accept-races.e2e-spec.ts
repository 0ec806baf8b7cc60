import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { DemoActors } from '@kinward/runtime';
import type { TestDesk } from '@kinward/testing';
import { CompartmentCreation, KeyOpener } from '@kinward/vault';
import { decide, sendRequest, startScreeningDesk } from './test-support/screening-desk.js';

const REQUESTS = 8;

describe('requests that are accepted at the same time', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startScreeningDesk();
  });
  afterAll(() => desk.close());

  it('all become cases, each once, however many screeners press the key', async () => {
    const ids: string[] = [];
    for (let index = 0; index < REQUESTS; index += 1) {
      ids.push(await sendRequest(desk, { 'applicant/full_name': `Demo-Applicant ${index}` }));
    }
    const clients = [await desk.as('coordinator'), await desk.as('caseworker')];

    const answers = await Promise.all(
      ids.flatMap((requestId) =>
        clients.map((client) =>
          decide(client, 'acceptRequest', { requestId, provocationCheckDone: true }),
        ),
      ),
    );

    const won = answers.filter(({ __typename }) => __typename === 'RequestAccepted');
    const lost = answers.filter(({ __typename }) => __typename !== 'RequestAccepted');
    expect(new Set(won.map(({ caseId }) => caseId as string)).size).toBe(REQUESTS);
    expect(won).toHaveLength(REQUESTS);
    expect(lost.map(({ presentState }) => presentState as string)).toEqual(
      lost.map(() => 'ACCEPTED'),
    );
  });

  it('get their keys when the first try was undone after its key had been stored', async () => {
    const actor = await desk.app.get(DemoActors, { strict: false }).as('coordinator');
    const unitOfWork = desk.app.get(UnitOfWork, { strict: false });
    const creation = desk.app.get(CompartmentCreation, { strict: false });
    const subjectId =
      (await desk.database.asOperator<{ id: string }>('SELECT gen_random_uuid() AS id'))[0]?.id ??
      '';
    const order = { kind: 'CASE', subjectId, tiers: ['T0', 'T1'], purpose: 'CASEWORK' } as const;
    const undone = unitOfWork.run(actor, async () => {
      await creation.create(actor, order);
      throw new Error('a deadlock');
    });
    await expect(undone).rejects.toThrow('a deadlock');

    const created = await unitOfWork.run(actor, () => creation.create(actor, order));

    expect(created.ok).toBe(true);
    const opener = desk.app.get(KeyOpener, { strict: false });
    const isOpened = await unitOfWork.run(actor, async () => {
      const opened = await opener.open(actor, [subjectId]);
      return opened.ok ? ok(opened.value.of(subjectId, 'T1') !== null) : opened;
    });
    expect(isOpened).toEqual(ok(true));
  });
});
