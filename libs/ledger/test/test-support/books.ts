import { randomUUID } from 'node:crypto';
import { eur, toId, type DomainError, type OrganizationId, type Result } from '@kinward/kernel';
import { createDataSource, UnitOfWork, type Scope } from '@kinward/platform';
import { createTestDatabase, MovableClock, type TestDatabase } from '@kinward/testing';
import { available, Ledger, type Booking, type TransferOrder } from '../../src/index.js';
import type { DirectOrder, PendingOrder, PostOrder, VoidOrder } from '../../src/domain/transfer.js';

type Outcome = Result<readonly Booking[], DomainError>;

/** The books of the demonstration's organisations, on a database of their own. */
export interface TestBooks {
  readonly database: TestDatabase;
  readonly unitOfWork: UnitOfWork;
  readonly ledger: Ledger;
  readonly clock: MovableClock;
  readonly organizationId: OrganizationId;
  readonly foreignOrganizationId: OrganizationId;
  readonly accounts: Readonly<
    Record<'BANK' | 'STRIPE' | 'AID_IN_TRANSIT' | 'DONOR_RECEIVABLE' | 'AID_PAYABLE', string>
  >;
  /** Books in a unit of work of its own. */
  book(...orders: readonly TransferOrder[]): Promise<Outcome>;
  /** Opens a limited account with a random code and, where told, money in it. */
  fund(minorUnits?: number): Promise<string>;
  /** What an account can give now, in minor units. */
  availableOn(accountId: string): Promise<bigint>;
  close(): Promise<void>;
}

export async function openBooks(poolSize = 8): Promise<TestBooks> {
  const database = await createTestDatabase();
  // Planning takes longer than these small statements do; what they do is the same.
  await database.asOperator(
    `ALTER DATABASE ${database.name} SET plan_cache_mode = force_generic_plan`,
  );
  const source = createDataSource({ url: database.addresses.appUrl, poolSize, entities: [] });
  await source.initialize();
  const unitOfWork = new UnitOfWork(source);
  const clock = new MovableClock();
  const ledger = new Ledger(unitOfWork, clock, randomUUID);
  const rows = await database.asOperator<{ id: string; code: string }>(
    'SELECT id, code FROM organization',
  );
  const idOf = (code: string) =>
    toId<'Organization'>(rows.find((row) => row.code === code)?.id ?? '');
  const [organizationId, foreignOrganizationId] = [idOf('lantern'), idOf('bridge')];
  const scope: Scope = { organizationId, personId: null };
  const accounts = await unitOfWork.read(scope, () => ledger.standardAccounts(organizationId));
  const book = (...orders: readonly TransferOrder[]): Promise<Outcome> =>
    unitOfWork.run(scope, () => ledger.book(organizationId, orders));
  return {
    database,
    unitOfWork,
    ledger,
    clock,
    organizationId,
    foreignOrganizationId,
    accounts,
    book,
    fund: async (minorUnits = 0) => {
      const id = randomUUID();
      const account = { id, code: `FUND:${id}`, kind: 'FUND' as const, isLimited: true };
      await unitOfWork.read(scope, () => ledger.openAccount(organizationId, account));
      if (minorUnits > 0) await book(grant(accounts.BANK, id, minorUnits));
      return id;
    },
    availableOn: (id) =>
      unitOfWork.read(scope, async () => {
        const totals = (await ledger.totals(organizationId, [id])).get(id);
        if (totals === undefined) throw new Error('no such account');
        return available(totals);
      }),
    close: async () => {
      await source.destroy();
      await database.drop();
    },
  };
}

/** An order with an id and a key of its own. */
export function direct(
  debitAccountId: string,
  creditAccountId: string,
  minorUnits: number | bigint,
  more: Partial<DirectOrder> = {},
): DirectOrder {
  const id = randomUUID();
  return {
    id,
    idempotencyKey: id,
    phase: 'DIRECT',
    code: 'CORRECTION',
    debitAccountId,
    creditAccountId,
    amount: eur(minorUnits),
    ...more,
  };
}

export function grant(bank: string, fund: string, minorUnits: number): DirectOrder {
  return direct(bank, fund, minorUnits, { code: 'GRANT' });
}

export function setAside(
  fund: string,
  payable: string,
  minorUnits: number | bigint,
  more: Partial<PendingOrder> = {},
): PendingOrder {
  const { id, idempotencyKey, amount } = direct(fund, payable, minorUnits);
  return {
    id,
    idempotencyKey,
    amount,
    phase: 'PENDING',
    code: 'RESERVE',
    debitAccountId: fund,
    creditAccountId: payable,
    reference: randomUUID(),
    expiresAt: new Date('2100-01-01T00:00:00Z'),
    ...more,
  };
}

export function post(pendingId: string, minorUnits: number | bigint): PostOrder {
  const id = randomUUID();
  const amount = eur(minorUnits);
  return { id, idempotencyKey: id, phase: 'POST', code: 'RELEASE', pendingId, amount };
}

export function setFree(pendingId: string, code: VoidOrder['code'] = 'UNRESERVE'): VoidOrder {
  const id = randomUUID();
  return { id, idempotencyKey: id, phase: 'VOID', code, pendingId };
}
