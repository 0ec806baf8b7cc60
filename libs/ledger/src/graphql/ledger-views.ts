import { MoneyType, toConnection } from '@kinward/platform';
import {
  statementKey,
  type StatementView,
} from '../application/queries/account-statement.query.js';
import type { TransferRow, TransferView } from '../application/queries/transfer.query.js';
import type { Sums, TrialBalanceView } from '../application/queries/trial-balance.query.js';
import { AccountStatement } from './account-statement.type.js';
import { TrialBalance, type LedgerSums } from './account.type.js';
import { LedgerTransfer, type BookedTransfer } from './transfer.type.js';

/** Both sides as money. */
export function toSums(sums: Sums): LedgerSums {
  return {
    debits: new MoneyType(sums.debits),
    credits: new MoneyType(sums.credits),
    debitsPending: new MoneyType(sums.debitsPending),
    creditsPending: new MoneyType(sums.creditsPending),
  };
}

export function toTrialBalance({ page, totals }: TrialBalanceView): TrialBalance {
  const { edges, pageInfo } = toConnection(page, (row) => [row.code]);
  const lines = edges.map(({ cursor, node: { id, code, kind, ...sums } }) => ({
    cursor,
    node: { account: { id, code, kind }, sums: toSums(sums) },
  }));
  return Object.assign(new TrialBalance(), {
    lines: { edges: lines, pageInfo },
    totals: toSums(totals),
  });
}

export function toStatement(view: StatementView): AccountStatement {
  const { id, code, kind, opening, closing, page } = view;
  const { edges, pageInfo } = toConnection(page, statementKey);
  const lines = edges.map(({ cursor, node }) => ({
    cursor,
    node: {
      ...node,
      amount: new MoneyType(node.amount),
      balance: new MoneyType(node.balance),
    },
  }));
  return Object.assign(new AccountStatement(), {
    account: { id, code, kind },
    opening: new MoneyType(opening),
    closing: new MoneyType(closing),
    lines: { edges: lines, pageInfo },
  });
}

export function toTransfer(view: TransferView): LedgerTransfer {
  const { resolves, resolvedBy, reverses, reversedBy, ...self } = view;
  return Object.assign(new LedgerTransfer(), {
    transfer: toBooked(self),
    resolves: resolves && toBooked(resolves),
    resolvedBy: resolvedBy && toBooked(resolvedBy),
    reverses: reverses && toBooked(reverses),
    reversedBy: reversedBy.map(toBooked),
  });
}

function toBooked(row: TransferRow): BookedTransfer {
  return { ...row, amount: new MoneyType(row.amount) };
}
