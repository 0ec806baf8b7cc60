import './ledger.css';
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages, type Connection } from '../../api/use-pages';
import { useRead } from '../../api/use-read';
import { DataTable } from '../../ui/data-table';
import { formatMoney, Money, type MoneyValue, plainAmount } from '../../ui/money';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { useAccountNames } from './account-names';
import { useAllPages } from './all-pages';
import { TrialBalanceDocument, type TrialBalanceQuery } from './ledger.documents';
import { takeAway } from './take-away';

type Balance = Extract<TrialBalanceQuery['trialBalance'], { readonly __typename: 'TrialBalance' }>;
type Line = Balance['lines']['edges'][number]['node'];

const NOTHING: Connection<Line> = { edges: [], pageInfo: { endCursor: null, hasNextPage: false } };

/** Every account as it stands now; both sides are equal, or the books are wrong. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const nameOf = useAccountNames();
  const pages = useAllPages(
    usePages({
      document: TrialBalanceDocument,
      variables: (after) => ({ input: { first: 50, after } }),
      pick: ({ trialBalance }) =>
        trialBalance.__typename === 'TrialBalance' ? trialBalance.lines : NOTHING,
      topics: ['fund', 'disbursement', 'gift'],
    }),
  );
  const money = (
    key: string,
    title: string,
    of: (line: Line) => MoneyValue,
  ): {
    key: string;
    title: string;
    isNumber: true;
    value: (line: Line) => string;
    cell: (line: Line) => ReactNode;
  } => ({
    key,
    title,
    isNumber: true,
    value: (line) => plainAmount(of(line).minorUnits),
    cell: (line) => <Money value={of(line)} />,
  });
  return (
    <PageFrame
      title={t('ledger:books.title')}
      acts={
        <Group gap="xs">
          <Button component={Link} to="/cent" variant="default" size="sm">
            {t('ledger:cent.title')}
          </Button>
          <Button component={Link} to="/books-check" variant="default" size="sm">
            {t('ledger:check.title')}
          </Button>
        </Group>
      }
    >
      <Totals />
      {pages.failure !== null && <Failed failure={pages.failure} retry={pages.refresh} />}
      {pages.nodes.length === 0 && pages.isLoading && <Waiting rows={8} />}
      {pages.nodes.length === 0 && !pages.isLoading && pages.failure === null && (
        <Empty title={t('ledger:books.none')}>{t('ledger:books.empty')}</Empty>
      )}
      {pages.nodes.length > 0 && (
        <DataTable
          caption={t('ledger:books.caption')}
          rows={pages.nodes}
          rowKey={({ account }) => account.id}
          fileName="trial-balance"
          columns={[
            {
              key: 'account',
              title: t('ledger:column.account'),
              value: ({ account }) => nameOf(account.code),
              cell: ({ account }) => (
                <Link to={`/account/${account.id}`}>{nameOf(account.code)}</Link>
              ),
            },
            {
              key: 'kind',
              title: t('ledger:column.kind'),
              value: ({ account }) => t(`ledger:kind.${account.kind}`),
            },
            money('debits', t('ledger:column.debits'), ({ sums }) => sums.debits),
            money('credits', t('ledger:column.credits'), ({ sums }) => sums.credits),
            money('balance', t('ledger:column.balance'), balanceOf),
            money('pending', t('ledger:column.pending'), ({ account, sums }) =>
              isDebitKind(account.kind) ? sums.creditsPending : pendingOf(sums),
            ),
          ]}
        />
      )}
    </PageFrame>
  );
}

/** Money we have or spend stands on the left side, money we owe or hold for a purpose on the right. */
function isDebitKind(kind: string): boolean {
  return kind === 'ASSET' || kind === 'EXPENSE';
}

function balanceOf({ account, sums }: Line): MoneyValue {
  return isDebitKind(account.kind)
    ? takeAway(sums.debits, sums.credits)
    : takeAway(sums.credits, sums.debits);
}

function pendingOf({ debitsPending, creditsPending }: Line['sums']): MoneyValue {
  return debitsPending.minorUnits === '0' ? creditsPending : debitsPending;
}

function Totals(): ReactNode {
  const { t } = useTranslation();
  const { data } = useRead(TrialBalanceDocument, { input: { first: 50, after: null } });
  const balance = data?.trialBalance;
  if (balance?.__typename !== 'TrialBalance') return null;
  const { debits, credits } = balance.totals;
  const isEqual = debits.minorUnits === credits.minorUnits;
  const values = { debits: formatMoney(debits), credits: formatMoney(credits) };
  return (
    <Text size="sm" fw={600} mb="xs" className={isEqual ? undefined : 'late'} role="status">
      {isEqual ? t('ledger:books.equal', values) : t('ledger:books.unequal', values)}
    </Text>
  );
}
