import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionAuthenticator } from '@kinward/identity';
import type { Result } from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import {
  AccessGranting,
  CompartmentCreation,
  KeyOpener,
  openWriteOnlyJson,
  WriteOnlySealing,
} from '@kinward/vault';

const request = { story: 'Demo-Request of a family' };

describe('the intake inbox', () => {
  let desk: TestDesk;
  let screener: Actor;
  let inbox: string;
  const cell = { table: 'intake', column: 'sealed_t1', rowId: randomUUID(), revision: 1 };

  beforeAll(async () => {
    desk = await startTestDesk();
    screener = await actor('coordinator');
    inbox = screener.organizationId;
    const order = {
      kind: 'INTAKE',
      subjectId: inbox,
      tiers: ['T0', 'T1'],
      purpose: 'SCREENING',
    } as const;
    await run(screener, () => service(CompartmentCreation).create(screener, order));
    const grant = { subjectId: inbox, tiers: order.tiers, purpose: order.purpose };
    const holderId = await desk.personId('caseworker');
    await run(screener, () =>
      service(AccessGranting).grant(screener, {
        ...grant,
        holderId,
        expiresAt: null,
        isLocked: false,
      }),
    );
  });

  afterAll(() => desk.close());

  const service = <Service>(token: new (...args: never[]) => Service): Service =>
    desk.app.get<Service>(token as never, { strict: false });

  const actor = async (key: string): Promise<Actor> => {
    const { token } = await desk.as(key);
    const authenticated = await service(SessionAuthenticator).authenticate(`Bearer ${token ?? ''}`);
    if (authenticated === null) throw new Error(`${key} has no session`);
    return authenticated.actor;
  };

  const run = async <T>(
    scope: Pick<Actor, 'organizationId'> & { personId: Actor['personId'] | null },
    work: () => Promise<Result<T, unknown>>,
  ): Promise<T> => {
    const result = await service(UnitOfWork).run(scope, work);
    if (result.ok) return result.value;
    throw new Error(JSON.stringify(result.error));
  };

  /** Seals as an unattended process does: no person, no session, no key. */
  const seal = (): Promise<Buffer> =>
    run({ organizationId: screener.organizationId, personId: null }, () =>
      service(WriteOnlySealing).seal(inbox, 'T1', cell, request),
    );

  const openAs = async (key: string, envelope: Buffer, at = cell): Promise<unknown> => {
    const reader = await actor(key);
    return run(reader, async () => {
      const opened = await service(KeyOpener).open(reader, [inbox]);
      if (!opened.ok) return opened;
      const keys = opened.value.of(inbox, 'T1');
      return keys === null
        ? { ok: true as const, value: null }
        : { ok: true as const, value: openWriteOnlyJson(keys, at, envelope) };
    });
  };

  it('is written to without a key and read by every screener who holds one', async () => {
    const envelope = await seal();

    expect(envelope.includes('Demo-Request')).toBe(false);
    expect(await openAs('coordinator', envelope)).toEqual({ ok: true, value: request });
    expect(await openAs('caseworker', envelope)).toEqual({ ok: true, value: request });
  });

  it('opens for nobody else, and at no other place', async () => {
    const envelope = await seal();

    expect(await openAs('caseworker-two', envelope)).toBeNull();
    expect(await openAs('administrator', envelope)).toBeNull();
    const elsewhere = { ...cell, rowId: randomUUID() };
    expect(await openAs('coordinator', envelope, elsewhere)).toMatchObject({ ok: false });
  });

  it('takes nothing for a public key that no certified person signed, and alarms', async () => {
    const [epoch] = await desk.database.asOperator<{ public_key: Buffer; compartment_id: string }>(
      `SELECT e.public_key, e.compartment_id FROM compartment_epoch e
       JOIN compartment c ON c.id = e.compartment_id WHERE c.subject_id = $1 AND c.tier = 'T1'`,
      [inbox],
    );
    const replace = (key: Buffer | undefined): Promise<unknown> =>
      desk.database.asOperator(
        'UPDATE compartment_epoch SET public_key = $2 WHERE compartment_id = $1',
        [epoch?.compartment_id, key],
      );
    await replace(Buffer.alloc(32, 9));

    await expect(seal()).rejects.toThrow('INTEGRITY');

    await replace(epoch?.public_key);
    const alerts = await desk.database.asOperator(
      `SELECT FROM security_alert WHERE cause = 'EPOCH_STATEMENT'`,
    );
    expect(alerts).toHaveLength(1);
  });
});
