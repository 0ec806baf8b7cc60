import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '@kinward/audit';
import { eur } from '@kinward/kernel';
import { Ledger, type TransferOrder } from '@kinward/ledger';
import { createDataSource } from '@kinward/platform';
import { expireReservationsJob } from './expire-reservations.job.js';
import { foldLedger } from './fold-ledger.job.js';
import { inTransaction } from './in-transaction.js';
import type { Job } from './job.js';
import { statementsOf } from './statements-of.js';
import { openWorkerBench, type WorkerBench } from './test-support/worker-bench.js';
import { verifyLedger } from './verify-ledger.job.js';

describe('the jobs of the books', () => {
  let bench: WorkerBench;
  let organizationId: string;
  let bank: string;
  let payable: string;
  let fund: string;

  beforeAll(async () => {
    bench = await openWorkerBench();
    organizationId = bench.organizations.get('lantern') ?? '';
  });

  beforeEach(async () => {
    await inBooks(async (ledger) => {
      const accounts = await ledger.standardAccounts(organizationId);
      bank = accounts.BANK;
      payable = accounts.AID_PAYABLE;
      const id = randomUUID();
      const account = { id, code: `FUND:${id}`, kind: 'FUND' as const, isLimited: true };
      fund = await ledger.openAccount(organizationId, account);
    });
    await book(grant(1_000));
    await bench.database.asOperator('DELETE FROM outbox');
  });

  afterAll(() => bench.close());

  const run = ({ run: work }: Job): Promise<number> =>
    work({ pool: bench.pool, clock: bench.clock, ids: {}, logger: bench.logger });

  const inBooks = <T>(work: (ledger: Ledger) => Promise<T>): Promise<T> =>
    inTransaction(bench.pool, (client) =>
      work(new Ledger(statementsOf(client), bench.clock, randomUUID)),
    );

  const book = async (...orders: TransferOrder[]): Promise<void> => {
    const outcome = await inBooks((ledger) => ledger.book(organizationId, orders));
    expect(outcome).toMatchObject({ ok: true });
  };

  function grant(minorUnits: number): TransferOrder {
    const id = randomUUID();
    const [debitAccountId, creditAccountId] = [bank, fund];
    const amount = eur(minorUnits);
    return {
      id,
      idempotencyKey: id,
      phase: 'DIRECT',
      code: 'GRANT',
      debitAccountId,
      creditAccountId,
      amount,
    };
  }

  function reservation(minorUnits: number, minutes: number): TransferOrder & { reference: string } {
    const id = randomUUID();
    const expiresAt = new Date(bench.clock.now().getTime() + minutes * 60_000);
    const [debitAccountId, creditAccountId] = [fund, payable];
    const amount = eur(minorUnits);
    const reference = randomUUID();
    return {
      id,
      idempotencyKey: id,
      phase: 'PENDING',
      code: 'RESERVE',
      debitAccountId,
      creditAccountId,
      amount,
      reference,
      expiresAt,
    };
  }

  const stored = async (): Promise<unknown> =>
    (
      await bench.database.asOperator(
        `SELECT debits_pending::int AS dp, debits_posted::int AS dd, credits_pending::int AS cp, credits_posted::int AS cd
         FROM ledger_account WHERE id = $1`,
        [fund],
      )
    )[0];

  const waiting = async (): Promise<number> =>
    (await bench.database.asOperator('SELECT FROM ledger_delta')).length;

  describe('fold-ledger', () => {
    it('adds what waits to the totals, once', async () => {
      await book(grant(5));
      expect(await stored()).toMatchObject({ cd: 0 });

      expect(await run(foldLedger)).toBeGreaterThan(0);

      expect(await stored()).toEqual({ dp: 0, dd: 0, cp: 0, cd: 1_005 });
      expect(await waiting()).toBe(0);
      expect(await run(foldLedger)).toBe(0);
    });

    it('leaves the totals right when many fold, book and draw at once', async () => {
      const work = Array.from({ length: 40 }, (_, index) => {
        if (index % 4 === 0) return run(foldLedger);
        return book(index % 4 === 1 ? reservation(2, 60) : grant(10));
      });
      await Promise.all(work);
      await run(foldLedger);

      expect(await stored()).toEqual({ dp: 20, dd: 0, cp: 0, cd: 1_200 });
      expect(await waiting()).toBe(0);
      expect(await run(verifyLedger)).toBe(0);
    });
  });

  describe('expire-reservations', () => {
    it('frees what is over, keeps what is not, and tells for which need', async () => {
      const [over, running] = [reservation(300, 10), reservation(200, 20)];
      await book(over, running);
      bench.clock.advance({ minutes: 10 });

      expect(await run(expireReservationsJob)).toBe(1);
      expect(await run(expireReservationsJob)).toBe(0);

      await run(foldLedger);
      expect(await stored()).toMatchObject({ dp: 200, cd: 1_000 });
      const told = await bench.database.asOperator(
        'SELECT organization_id, topic, payload FROM outbox',
      );
      expect(told).toEqual([
        {
          organization_id: organizationId,
          topic: 'ledger',
          payload: { code: 'EXPIRE', transferId: over.id, reference: over.reference },
        },
      ]);
      bench.clock.advance({ minutes: 10 });
      await run(expireReservationsJob);
    });

    it('frees each one once when many workers try', async () => {
      const all = Array.from({ length: 30 }, () => reservation(10, 1));
      await book(...all);
      bench.clock.advance({ minutes: 2 });

      const counts = await Promise.all(Array.from({ length: 5 }, () => run(expireReservationsJob)));

      expect(counts.reduce((sum, count) => sum + count)).toBe(30);
      expect(await bench.database.asOperator('SELECT FROM outbox')).toHaveLength(30);
      await run(foldLedger);
      expect(await stored()).toMatchObject({ dp: 0 });
    });

    it('and a release at the same moment: one of them resolves, and the money is where that one put it', async () => {
      for (let round = 0; round < 10; round += 1) {
        const set = reservation(10, 1);
        await book(set);
        bench.clock.advance({ minutes: 2 });
        const id = randomUUID();
        const release = {
          id,
          idempotencyKey: id,
          phase: 'POST' as const,
          code: 'RELEASE' as const,
          pendingId: set.id,
          amount: eur(10),
        };
        const outcomes = await Promise.allSettled([
          inBooks((ledger) => ledger.book(organizationId, [release])),
          run(expireReservationsJob),
        ]);
        const [released, freed] = outcomes;
        const isReleased = released.status === 'fulfilled' && released.value.ok;
        expect(freed).toEqual({ status: 'fulfilled', value: isReleased ? 0 : 1 });
      }
      expect(await run(verifyLedger)).toBe(0);
    });
  });

  describe('verify-ledger', () => {
    it('finds nothing in sound books and says nothing', async () => {
      await book(reservation(100, 60));
      const linesBefore = bench.logText();

      expect(await run(verifyLedger)).toBe(0);
      expect(bench.logText()).toBe(linesBefore);
    });

    it('raises an alarm, an entry in a chain that holds, and a line with the code alone', async () => {
      const entries = `SELECT actor_kind, action, subject_kind, subject_id, reason FROM audit_entry
        WHERE action = 'LEDGER_INVARIANT_BROKEN' AND organization_id = $1`;
      await bench.database.asOperator(
        'UPDATE ledger_account SET credits_posted = credits_posted + 123456789 WHERE id = $1',
        [fund],
      );
      try {
        expect(await run(verifyLedger)).toBe(2);
      } finally {
        await bench.database.asOperator(
          'UPDATE ledger_account SET credits_posted = credits_posted - 123456789 WHERE id = $1',
          [fund],
        );
      }

      const codes = ['DEBITS_EQUAL_CREDITS', 'TOTALS_ARE_SUMS'];
      const alarms = await bench.database.asOperator<{ cause: string }>(
        `SELECT cause FROM security_alert WHERE organization_id = $1 AND subject_kind = 'LEDGER'`,
        [organizationId],
      );
      expect(alarms.map((alarm) => alarm.cause).sort()).toEqual(codes);
      const written = await bench.database.asOperator<{ reason: string }>(entries, [
        organizationId,
      ]);
      expect(written.map((entry) => entry.reason).sort()).toEqual(codes);
      expect(written[0]).toMatchObject({
        actor_kind: 'SYSTEM',
        subject_kind: 'LEDGER',
        subject_id: null,
      });
      const lines = bench
        .logText()
        .split('\n')
        .filter((line) => line.includes('ledger invariant'));
      expect(lines.map((line) => String(JSON.parse(line).cause)).sort()).toEqual(codes);
      expect(lines.join()).not.toContain('123456789');
      expect(lines.join()).not.toContain(fund);
      await expectSoundChains();
    });
  });

  async function expectSoundChains(): Promise<void> {
    const url = bench.database.addresses.workerUrl;
    const source = createDataSource({ url, poolSize: 1, entities: [] });
    await source.initialize();
    expect((await verifyAudit(source)).broken).toEqual([]);
    await source.destroy();
  }
});
