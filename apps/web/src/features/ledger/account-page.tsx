import './ledger.css';
import { Group, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { DataTable } from '../../ui/data-table';
import { Facts } from '../../ui/facts';
import { Money } from '../../ui/money';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, NotHere, Waiting } from '../../ui/states';
import { moneyColumn } from '../../ui/table-columns';
import { formatMoment } from '../../ui/time';
import { useAccountNames } from './account-names';
import { BalanceThen } from './balance-then';
import { StatementDocument } from './ledger.documents';
import { BEGINNING, useStatement, type StatementLine } from './statement';

const DAY_MS = 86_400_000;

/** What was booked to one account, line by line, and what stood on it at any moment. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const nameOf = useAccountNames();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState(() => new Date().toISOString().slice(0, 10));
  const begins = from === '' ? BEGINNING : `${from}T00:00:00.000Z`;
  // The end of the day that is named.
  const ends = new Date(
    new Date(`${to || '2100-01-01'}T00:00:00.000Z`).getTime() + DAY_MS,
  ).toISOString();
  const head = useRead(StatementDocument, {
    input: { accountId: id, first: 50, after: null, from: begins, to: ends },
  });
  const pages = useStatement(id, begins, ends);
  const statement = head.data?.accountStatement;
  if (statement === undefined) {
    return head.failure === null ? (
      <Waiting />
    ) : (
      <Failed failure={head.failure} retry={head.refresh} />
    );
  }
  if (isRefusal(statement)) return <NotHere />;
  const isFund = statement.account.kind === 'FUND';
  return (
    <PageFrame title={nameOf(statement.account.code)}>
      <Link to="/books" className="back">
        {t('ledger:books.back')}
      </Link>
      <Group align="end" mb="sm">
        <TextInput
          type="date"
          label={t('ledger:statement.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('ledger:statement.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </Group>
      <Facts
        pairs={[
          [t('ledger:column.kind'), t(`ledger:kind.${statement.account.kind}`)],
          [t('ledger:statement.opening'), <Money value={statement.opening} />],
          [t('ledger:statement.closing'), <Money value={statement.closing} />],
        ]}
      />
      <BalanceThen accountId={id} />
      {pages.nodes.length === 0 ? (
        <Empty title={t('ledger:statement.none')}>{t('ledger:statement.empty')}</Empty>
      ) : (
        <DataTable
          caption={t('ledger:statement.caption', { count: pages.nodes.length })}
          rows={pages.nodes}
          rowKey={({ transferId, side }) => transferId + side}
          fileName={`statement-${id}`}
          columns={[
            {
              key: 'bookedAt',
              title: t('ledger:column.bookedAt'),
              value: ({ bookedAt }) => bookedAt,
              text: ({ bookedAt }) => formatMoment(bookedAt),
              cell: ({ bookedAt, transferId }) => (
                <Link to={`/transfer/${transferId}`}>{formatMoment(bookedAt)}</Link>
              ),
            },
            {
              key: 'code',
              title: t('ledger:column.what'),
              value: ({ code }) => t(`ledger:transfer.${code}`),
              cell: ({ code, transferId }) =>
                isFund && (code === 'GIFT' || code === 'GRANT') ? (
                  <Link to={`/cent/${id}/${transferId}`}>{t(`ledger:transfer.${code}`)}</Link>
                ) : (
                  t(`ledger:transfer.${code}`)
                ),
            },
            {
              key: 'counter',
              title: t('ledger:column.counter'),
              value: ({ counterAccountCode }) => nameOf(counterAccountCode),
              cell: (line) => (
                <Link to={`/account/${line.counterAccountId}`}>
                  {nameOf(line.counterAccountCode)}
                </Link>
              ),
            },
            {
              key: 'side',
              title: t('ledger:column.side'),
              value: ({ side }) => t(`ledger:side.${side}`),
            },
            moneyColumn<StatementLine>('amount', t('ledger:column.amount'), ({ amount }) => amount),
            moneyColumn<StatementLine>(
              'balance',
              t('ledger:column.balance'),
              ({ balance }) => balance,
            ),
          ]}
        />
      )}
    </PageFrame>
  );
}
