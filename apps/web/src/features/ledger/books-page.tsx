import './ledger.css';
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages, type Connection } from '../../api/use-pages';
import { useRead } from '../../api/use-read';
import { DataTable } from '../../ui/data-table';
import { formatMoney, type MoneyValue } from '../../ui/money';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { moneyColumn } from '../../ui/table-columns';
import { formatMoment } from '../../ui/time';
import { useAccountNames } from './account-names';
import { useAllPages } from './all-pages';
import { TrialBalanceDocument, type TrialBalanceQuery } from './ledger.documents';
import { momentOf } from './moment';
import { takeAway } from './take-away';

type Balance = Extract<TrialBalanceQuery['trialBalance'], { readonly __typename: 'TrialBalance' }>;
type Line = Balance['lines']['edges'][number]['node'];

const NOTHING: Connection<Line> = { edges: [], pageInfo: { endCursor: null, hasNextPage: false } };

const SUM = { hasSum: true } as const;
const TOPICS = ['fund', 'disbursement', 'gift'] as const;

/** Every account as it stands now, or stood at a moment; both sides are equal, or the books are wrong. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const nameOf = useAccountNames();
  const [typed, setTyped] = useState('');
  const at = momentOf(typed);
  const pages = useAllPages(
    usePages({
      document: TrialBalanceDocument,
      variables: (after) => ({ input: { first: 50, after, at } }),
      pick: ({ trialBalance }) =>
        trialBalance.__typename === 'TrialBalance' ? trialBalance.lines : NOTHING,
      topics: TOPICS,
    }),
  );
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
      <TextInput
        type="datetime-local"
        label={t('ledger:books.moment')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maw={280}
        mb="sm"
      />
      <Totals at={at} />
      {pages.failure !== null && <Failed failure={pages.failure} retry={pages.refresh} />}
      {pages.nodes.length === 0 && pages.isLoading && <Waiting rows={8} />}
      {pages.nodes.length === 0 && !pages.isLoading && pages.failure === null && (
        <Empty title={t('ledger:books.none')}>{t('ledger:books.empty')}</Empty>
      )}
      {pages.nodes.length > 0 && (
        <DataTable
          caption={
            at === null
              ? t('ledger:books.caption')
              : t('ledger:books.captionThen', { when: formatMoment(at) })
          }
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
            moneyColumn<Line>('debits', t('ledger:column.debits'), ({ sums }) => sums.debits, SUM),
            moneyColumn<Line>(
              'credits',
              t('ledger:column.credits'),
              ({ sums }) => sums.credits,
              SUM,
            ),
            moneyColumn<Line>('balance', t('ledger:column.balance'), balanceOf),
            moneyColumn<Line>('pending', t('ledger:column.pending'), ({ account, sums }) =>
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

function Totals({ at }: { readonly at: string | null }): ReactNode {
  const { t } = useTranslation();
  const { data } = useRead(
    TrialBalanceDocument,
    { input: { first: 50, after: null, at } },
    { topics: TOPICS },
  );
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
