import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/use-pages';
import { useRead } from '../../api/use-read';
import { formatMoney } from '../../ui/money';
import { Waiting } from '../../ui/states';
import { formatDay } from '../../ui/time';
import type { Use } from './cent-thread';
import {
  PayoutsOfFundDocument,
  TransferDocument,
  TrialBalanceDocument,
  type PayoutsOfFundQuery,
} from './ledger.documents';
import { BEGINNING, END, useStatement, type StatementLine } from './statement';
import { ThreadStep } from './thread-step';

type Disbursement = PayoutsOfFundQuery['disbursements']['edges'][number]['node'];
/** How a release can end, as the books have it. */
const ENDS = ['DELIVERED', 'CAME_BACK', 'LOST'] as const;

/** From the reservation to the family's word, for one release; the need's random reference holds it together. */
export function UseThread({
  use,
  fundId,
}: {
  readonly use: Use;
  readonly fundId: string;
}): ReactNode {
  const { t } = useTranslation();
  const { release } = use;
  const reserving = useRead(TransferDocument, { input: { transferId: release.transferId } });
  const transfer = reserving.data?.ledgerTransfer;
  const reserved = transfer?.__typename === 'LedgerTransfer' ? transfer.resolves : null;
  const payable = useMovements('AID_PAYABLE', release);
  const bank = useMovements('BANK', release);
  const payout = usePayout(use, fundId);
  if (transfer === undefined || payable.isLoading || bank.isLoading || payout === 'LOADING') {
    return <Waiting rows={1} />;
  }
  const paid = bank.lines.find(({ code }) => code === 'PAYMENT');
  const arrived = payable.lines.filter(({ code }) => ENDS.some((end) => end === code));
  return (
    <ol className="thread">
      {reserved !== null && (
        <ThreadStep
          name={t('ledger:transfer.RESERVE')}
          at={reserved.bookedAt}
          amount={formatMoney(reserved.amount)}
          to={`/transfer/${reserved.id}`}
        />
      )}
      <ThreadStep
        name={t(`ledger:transfer.${release.code}`)}
        at={release.bookedAt}
        amount={formatMoney(release.amount)}
        to={`/transfer/${release.transferId}`}
      />
      {release.code === 'RELEASE' && (
        <ThreadStep
          name={t('ledger:transfer.PAYMENT')}
          at={paid?.bookedAt ?? null}
          amount={paid === undefined ? null : formatMoney(paid.amount)}
          to={paid === undefined ? null : `/transfer/${paid.transferId}`}
        />
      )}
      {arrived.map((line) => (
        <ThreadStep
          key={line.transferId}
          name={t(`ledger:transfer.${line.code}`)}
          at={line.bookedAt}
          amount={formatMoney(line.amount)}
          to={`/transfer/${line.transferId}`}
        />
      ))}
      {release.code === 'RELEASE' && arrived.length === 0 && (
        <ThreadStep name={t('ledger:transfer.DELIVERED')} at={null} amount={null} />
      )}
      {release.code === 'RELEASE' && <Confirmed payout={payout} />}
    </ol>
  );
}

function Confirmed({ payout }: { readonly payout: Disbursement | null }): ReactNode {
  const { t } = useTranslation();
  if (payout === null) {
    return (
      <ThreadStep name={t('ledger:cent.confirmed')} at={null} amount={t('ledger:cent.unknown')} />
    );
  }
  const isProven = payout.state === 'EVIDENCED' || payout.state === 'RECONCILED';
  const { evidence, deliveredOn } = payout;
  return (
    <ThreadStep
      name={t('ledger:cent.confirmed')}
      at={null}
      amount={isProven ? formatMoney(payout.amount) : null}
      to={`/payouts/${payout.id}`}
      more={[
        payout.codename,
        evidence.length === 0 ? t('ledger:cent.noProof') : evidence.join(', '),
        deliveredOn === null ? '' : formatDay(deliveredOn),
      ]
        .filter((part) => part !== '')
        .join(' · ')}
    />
  );
}

/** Movements of one of the standard accounts that belong to the same need, from the release on. */
function useMovements(
  code: string,
  release: StatementLine,
): { readonly lines: readonly StatementLine[]; readonly isLoading: boolean } {
  const { data } = useRead(TrialBalanceDocument, { input: { first: 50, after: null } });
  const balance = data?.trialBalance;
  const found =
    balance?.__typename === 'TrialBalance'
      ? balance.lines.edges.find(({ node }) => node.account.code === code)
      : undefined;
  const { nodes, isLoading, hasMore } = useStatement(
    found?.node.account.id ?? null,
    BEGINNING,
    END,
  );
  const lines = nodes.filter(
    ({ reference, bookedAt, transferId }) =>
      reference !== null &&
      reference === release.reference &&
      transferId !== release.transferId &&
      bookedAt >= release.bookedAt,
  );
  // The books are read to their end before anybody is told "not yet".
  return {
    lines,
    isLoading: balance === undefined || isLoading || (hasMore && nodes.length < 1000),
  };
}

/** The payout behind a release. The books do not name it: it is the one of this fund, day and amount, if there is one. */
function usePayout({ release }: Use, fundId: string): Disbursement | null | 'LOADING' {
  const { nodes, isLoading } = usePages({
    document: PayoutsOfFundDocument,
    variables: (after) => ({ input: { first: 50, after, fundId } }),
    pick: ({ disbursements }) => disbursements,
  });
  if (isLoading) return 'LOADING';
  const fitting = nodes.filter(
    ({ amount, releasedOn }) =>
      amount.minorUnits === release.amount.minorUnits &&
      releasedOn === release.bookedAt.slice(0, 10),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
