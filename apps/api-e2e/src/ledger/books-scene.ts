import { randomUUID } from 'node:crypto';
import { eur, toId } from '@kinward/kernel';
import { Ledger, type TransferOrder } from '@kinward/ledger';
import { UnitOfWork } from '@kinward/platform';
import type { TestDesk } from '@kinward/testing';

/** The books of one organisation of a desk, written as the domains write them. */
export interface BooksScene {
  readonly accounts: Readonly<Record<string, string>>;
  readonly fund: string;
  /** Books and returns the ids. */
  book(...orders: readonly TransferOrder[]): Promise<void>;
  /** A movement that is booked at once. */
  move(debit: string, credit: string, minorUnits: number, more?: object): TransferOrder;
  setAside(minorUnits: number, reference: string): TransferOrder;
  post(pendingId: string, minorUnits: number): TransferOrder;
}

export async function openBooksScene(desk: TestDesk, code = 'lantern'): Promise<BooksScene> {
  const [organization] = await desk.database.asOperator<{ id: string }>(
    'SELECT id FROM organization WHERE code = $1',
    [code],
  );
  const organizationId = toId<'Organization'>(organization?.id ?? '');
  const scope = { organizationId, personId: null };
  const unitOfWork = desk.app.get(UnitOfWork, { strict: false });
  const ledger = desk.app.get(Ledger, { strict: false });
  const fund = randomUUID();
  const accounts = await unitOfWork.read(scope, async () => {
    await ledger.openAccount(organizationId, {
      id: fund,
      code: 'FUND:Demo',
      kind: 'FUND',
      isLimited: true,
    });
    return ledger.standardAccounts(organizationId);
  });
  const identity = () => {
    const id = randomUUID();
    return { id, idempotencyKey: id };
  };
  return {
    accounts,
    fund,
    book: async (...orders) => {
      const outcome = await unitOfWork.run(scope, () => ledger.book(organizationId, orders));
      if (!outcome.ok) throw new Error(`not booked: ${JSON.stringify(outcome.error)}`);
    },
    move: (debitAccountId, creditAccountId, minorUnits, more = {}) => ({
      ...identity(),
      phase: 'DIRECT',
      code: 'CORRECTION',
      debitAccountId,
      creditAccountId,
      amount: eur(minorUnits),
      ...more,
    }),
    setAside: (minorUnits, reference) => ({
      ...identity(),
      phase: 'PENDING',
      code: 'RESERVE',
      debitAccountId: fund,
      creditAccountId: accounts.AID_PAYABLE,
      amount: eur(minorUnits),
      reference,
      expiresAt: new Date(desk.clock.now().getTime() + 86_400_000),
    }),
    post: (pendingId, minorUnits) => ({
      ...identity(),
      phase: 'POST',
      code: 'RELEASE',
      pendingId,
      amount: eur(minorUnits),
    }),
  };
}
