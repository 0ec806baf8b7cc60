import './ledger.css';
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { DataTable } from '../../ui/data-table';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, NotHere, Waiting } from '../../ui/states';
import { moneyColumn } from '../../ui/table-columns';
import { formatMoment } from '../../ui/time';
import { sourcesOf, type Source } from './cent-thread';
import { PayoutToFollowDocument, TransferDocument } from './ledger.documents';
import { BEGINNING, END, useStatement } from './statement';
import { usePayoutsOf } from './use-payouts';
import { UseThread } from './use-thread';

/** From a payout into the books: its bookings as a thread, and whose gifts and grants it was. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { payout: disbursementId = '' } = useParams();
  const reading = useRead(PayoutToFollowDocument, { input: { disbursementId } });
  const payout = reading.data?.disbursement;
  if (payout === undefined) {
    return reading.failure === null ? (
      <Waiting />
    ) : (
      <Failed failure={reading.failure} retry={reading.refresh} />
    );
  }
  if (isRefusal(payout)) return <NotHere />;
  return (
    <PageFrame title={t('ledger:way.title', { codename: payout.codename })}>
      <Link to={`/payouts/${payout.id}`} className="back">
        {t('ledger:way.back')}
      </Link>
      {payout.releaseTransferId === null ? (
        <Empty title={t('ledger:way.none')}>{t('ledger:way.empty')}</Empty>
      ) : (
        <Way releaseId={payout.releaseTransferId} />
      )}
    </PageFrame>
  );
}

function Way({ releaseId }: { readonly releaseId: string }): ReactNode {
  const { data } = useRead(TransferDocument, { input: { transferId: releaseId } });
  const answer = data?.ledgerTransfer;
  const release = answer?.__typename === 'LedgerTransfer' ? answer.transfer : null;
  const fund = release?.debitAccountId ?? null;
  const statement = useStatement(fund, BEGINNING, END);
  const payouts = usePayoutsOf([releaseId]);
  const line = statement.nodes.find(({ transferId }) => transferId === releaseId);
  if (fund === null || payouts === null || statement.isLoading || statement.hasMore) {
    return <Waiting />;
  }
  if (line === undefined) return <NotHere />;
  return (
    <Stack gap="lg">
      <UseThread release={line} payout={payouts.get(releaseId) ?? null} />
      <Sources fund={fund} sources={sourcesOf(statement.nodes, releaseId) ?? []} />
    </Stack>
  );
}

function Sources({
  fund,
  sources,
}: {
  readonly fund: string;
  readonly sources: readonly Source[];
}): ReactNode {
  const { t } = useTranslation();
  if (sources.length === 0) return <Text size="sm">{t('ledger:way.gone')}</Text>;
  return (
    <DataTable
      caption={t('ledger:way.sources')}
      rows={sources}
      rowKey={({ source }) => source.transferId}
      fileName="sources-of-a-payout"
      columns={[
        {
          key: 'bookedAt',
          title: t('ledger:column.bookedAt'),
          value: ({ source }) => source.bookedAt,
          text: ({ source }) => formatMoment(source.bookedAt),
          cell: ({ source }) => (
            <Link to={`/cent/${fund}/${source.transferId}`}>{formatMoment(source.bookedAt)}</Link>
          ),
        },
        {
          key: 'code',
          title: t('ledger:column.what'),
          value: ({ source }) => t(`ledger:transfer.${source.code}`),
        },
        moneyColumn<Source>('amount', t('ledger:column.amount'), ({ source }) => source.amount),
        moneyColumn<Source>(
          'share',
          t('ledger:way.share'),
          ({ source, share }) => ({
            minorUnits: share.toString(),
            currency: source.amount.currency,
          }),
          { hasSum: true },
        ),
      ]}
    />
  );
}
