import type { TestDatabase } from './test-database.js';

interface AccountRow {
  readonly id: string;
  readonly code: string;
  readonly debits: string;
  readonly credits: string;
  readonly debits_pending: string;
  readonly credits_pending: string;
}

interface TransferRow {
  readonly id: string;
  readonly code: string;
  readonly phase: string;
  readonly debit_account_id: string;
  readonly credit_account_id: string;
  readonly amount: string;
  readonly pending_id: string | null;
  readonly reverses_id: string | null;
  readonly reference: string | null;
}

const ACCOUNTS = `
  SELECT a.id, a.code, a.debits_posted + coalesce(d.dd, 0) AS debits, a.credits_posted + coalesce(d.cd, 0) AS credits,
    a.debits_pending + coalesce(d.dp, 0) AS debits_pending, a.credits_pending + coalesce(d.cp, 0) AS credits_pending
  FROM ledger_account a JOIN organization o ON o.id = a.organization_id
  LEFT JOIN LATERAL (SELECT sum(debits_posted) AS dd, sum(credits_posted) AS cd, sum(debits_pending) AS dp,
    sum(credits_pending) AS cp FROM ledger_delta WHERE account_id = a.id) d ON true
  WHERE o.code = $1 ORDER BY a.opened_at, a.code`;

const TRANSFERS = `
  SELECT t.id, t.code, t.phase, t.debit_account_id, t.credit_account_id, t.amount, t.pending_id, t.reverses_id,
    t.reference
  FROM ledger_transfer t JOIN organization o ON o.id = t.organization_id
  WHERE o.code = $1 ORDER BY t.sequence`;

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * The books of an organisation as a text table, the same in every run: accounts by code with what is booked and pending,
 * then every transfer in the order of booking. Amounts are euros with two decimals. Ids become numbers in the order
 * in which they appear: `#3` is the third transfer, `need 1` the first funding reference.
 */
export async function ledgerAsText(
  database: TestDatabase,
  organizationCode: string,
): Promise<string> {
  const accounts = await database.asOperator<AccountRow & Record<string, unknown>>(ACCOUNTS, [
    organizationCode,
  ]);
  const transfers = await database.asOperator<TransferRow & Record<string, unknown>>(TRANSFERS, [
    organizationCode,
  ]);
  const numbers = new Map(transfers.map((row, index) => [row.id, `#${String(index + 1)}`]));
  const names = accountNames(accounts, transfers);
  const needs = new Map<string, string>();
  const needOf = (reference: string): string => {
    const name = needs.get(reference) ?? `need ${String(needs.size + 1)}`;
    needs.set(reference, name);
    return name;
  };
  const accountLines = accounts
    .map((row) => [
      names.get(row.id) ?? '',
      ...[row.debits, row.credits, row.debits_pending, row.credits_pending].map(euros),
    ])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  const transferLines = transfers.map((row) => [
    numbers.get(row.id) ?? '',
    row.phase === 'DIRECT' ? row.code : `${row.code} (${row.phase.toLowerCase()})`,
    names.get(row.debit_account_id) ?? '',
    names.get(row.credit_account_id) ?? '',
    euros(row.amount),
    noteOf(row, numbers, needOf),
  ]);
  return [
    table(['account', 'debits', 'credits', 'debits pending', 'credits pending'], accountLines, 1),
    table(['', 'transfer', 'debit', 'credit', 'amount', 'note'], transferLines, 4, 4),
  ].join('\n\n');
}

/** Codes, with ids inside of them replaced by numbers in the order of first use. */
function accountNames(
  accounts: readonly AccountRow[],
  transfers: readonly TransferRow[],
): ReadonlyMap<string, string> {
  const order = transfers.flatMap((row) => [row.debit_account_id, row.credit_account_id]);
  const rank = new Map([...new Set(order)].map((id, index) => [id, index]));
  const inOrder = accounts.toSorted(
    (one, other) => (rank.get(one.id) ?? order.length) - (rank.get(other.id) ?? order.length),
  );
  const numbers = new Map<string, number>();
  return new Map(
    inOrder.map(({ id, code }) => {
      const name = code.replace(UUID, (uuid) => {
        const number = numbers.get(uuid) ?? numbers.size + 1;
        numbers.set(uuid, number);
        return String(number);
      });
      return [id, name];
    }),
  );
}

function noteOf(
  { pending_id, reverses_id, reference }: TransferRow,
  numbers: ReadonlyMap<string, string>,
  needOf: (reference: string) => string,
): string {
  const parts = [
    pending_id === null ? null : `of ${numbers.get(pending_id) ?? '?'}`,
    reverses_id === null ? null : `reverses ${numbers.get(reverses_id) ?? '?'}`,
    reference === null ? null : needOf(reference),
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function euros(minorUnits: string): string {
  const amount = BigInt(minorUnits);
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Aligned columns; those from `firstNumber` to `lastNumber` to the right. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  firstNumber: number,
  lastNumber = head.length - 1,
): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const isNumber = column >= firstNumber && column <= lastNumber;
        return isNumber ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
      })
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}
