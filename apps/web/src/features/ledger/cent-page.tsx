import './ledger.css';
import { NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useRead } from '../../api/use-read';
import { DataTable } from '../../ui/data-table';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Waiting } from '../../ui/states';
import { moneyColumn } from '../../ui/table-columns';
import { formatMoment } from '../../ui/time';
import { threadOf } from './cent-thread';
import { CentThreadView } from './cent-view';
import { TrialBalanceDocument } from './ledger.documents';
import { useAccountNames } from './account-names';
import { BEGINNING, END, useStatement, type StatementLine } from './statement';

/** From a gift to the family's word: choose a fund, then money that came into it, and follow it. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { account = null, id = null } = useParams();
  const navigate = useNavigate();
  const nameOf = useAccountNames();
  const { data } = useRead(TrialBalanceDocument, { input: { first: 50, after: null } });
  const balance = data?.trialBalance;
  const funds =
    balance?.__typename === 'TrialBalance'
      ? balance.lines.edges.map(({ node }) => node.account).filter(({ kind }) => kind === 'FUND')
      : [];
  const statement = useStatement(account, BEGINNING, END);
  const thread = id === null ? null : threadOf(statement.nodes, id);
  return (
    <PageFrame title={t('ledger:cent.title')}>
      <Text size="sm" mb="sm">
        {t('ledger:cent.about')}
      </Text>
      <NativeSelect
        label={t('ledger:cent.fund')}
        maw={420}
        mb="md"
        value={account ?? ''}
        onChange={(event) => void navigate(`/cent/${event.currentTarget.value}`)}
        data={[
          { value: '', label: t('ledger:cent.choose') },
          ...funds.map(({ id: value, code }) => ({ value, label: nameOf(code) })),
        ]}
      />
      {account !== null && statement.isLoading && statement.nodes.length === 0 && <Waiting />}
      {account !== null && id === null && !statement.isLoading && (
        <Sources account={account} lines={statement.nodes} />
      )}
      {account !== null && id !== null && !statement.isLoading && !statement.hasMore && (
        <>
          <Link to={`/cent/${account}`} className="back">
            {t('ledger:cent.back')}
          </Link>
          {thread === null ? (
            <Empty title={t('ledger:cent.none')}>{t('ledger:cent.noSource')}</Empty>
          ) : (
            <CentThreadView thread={thread} fundId={account} />
          )}
        </>
      )}
    </PageFrame>
  );
}

function Sources({
  account,
  lines,
}: {
  readonly account: string;
  readonly lines: readonly StatementLine[];
}): ReactNode {
  const { t } = useTranslation();
  const nameOf = useAccountNames();
  const incoming = lines.filter(({ side, code }) => side === 'CREDIT' && code !== 'CAME_BACK');
  if (incoming.length === 0) {
    return <Empty title={t('ledger:cent.none')}>{t('ledger:cent.empty')}</Empty>;
  }
  return (
    <DataTable
      caption={t('ledger:cent.sources')}
      rows={incoming}
      rowKey={({ transferId }) => transferId}
      columns={[
        {
          key: 'bookedAt',
          title: t('ledger:column.bookedAt'),
          value: ({ bookedAt }) => bookedAt,
          text: ({ bookedAt }) => formatMoment(bookedAt),
          cell: ({ bookedAt, transferId }) => (
            <Link to={`/cent/${account}/${transferId}`}>{formatMoment(bookedAt)}</Link>
          ),
        },
        {
          key: 'code',
          title: t('ledger:column.what'),
          value: ({ code }) => t(`ledger:transfer.${code}`),
        },
        {
          key: 'counter',
          title: t('ledger:column.counter'),
          value: ({ counterAccountCode }) => nameOf(counterAccountCode),
        },
        moneyColumn<StatementLine>('amount', t('ledger:column.amount'), ({ amount }) => amount),
      ]}
    />
  );
}
