import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { formatMoney } from '../../ui/money';
import { Waiting } from '../../ui/states';
import { formatDay, formatMoment } from '../../ui/time';
import { TransferDocument, type PayoutsOfReleasesQuery } from './ledger.documents';
import type { StatementLine } from './statement';
import { ThreadStep } from './thread-step';

/** A payout as the thread shows it. */
export type FollowedAid = PayoutsOfReleasesQuery['disbursements']['edges'][number]['node'];

/** From the reservation to the family's word, for one release; the release's own id leads to its payout. */
export function UseThread({
  release,
  payout,
}: {
  readonly release: StatementLine;
  /** Null for what is no payout, such as a move to another fund. */
  readonly payout: FollowedAid | null;
}): ReactNode {
  const { t } = useTranslation();
  const reading = useRead(TransferDocument, { input: { transferId: release.transferId } });
  const transfer = reading.data?.ledgerTransfer;
  if (transfer === undefined) return <Waiting rows={1} />;
  const booked = transfer.__typename === 'LedgerTransfer' ? transfer : null;
  const reserved = booked?.resolves ?? null;
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
        more={payout?.releasedBy?.displayName ?? null}
      />
      {payout !== null && <Paid payout={payout} />}
      {booked?.reversedBy.map((back) => (
        <ThreadStep
          key={back.id}
          name={t(`ledger:transfer.${back.code}`)}
          at={back.bookedAt}
          amount={formatMoney(back.amount)}
          to={`/transfer/${back.id}`}
        />
      ))}
      {payout !== null && <Confirmed payout={payout} />}
    </ol>
  );
}

/** Payment and arrival. Payment and release are booked in the same moment. */
function Paid({ payout }: { readonly payout: FollowedAid }): ReactNode {
  const { t } = useTranslation();
  const { paymentTransferId, deliveryTransferIds, delivered, lost, deliveredOn } = payout;
  const hasArrived = delivered.minorUnits !== '0';
  const [firstDelivery = null] = deliveryTransferIds;
  return (
    <>
      <ThreadStep
        name={t('ledger:transfer.PAYMENT')}
        at={payout.releasedAt}
        amount={formatMoney(payout.amount)}
        to={paymentTransferId === null ? null : `/transfer/${paymentTransferId}`}
      />
      {lost.minorUnits !== '0' && (
        <ThreadStep name={t('ledger:transfer.LOST')} at={null} amount={formatMoney(lost)} />
      )}
      {(hasArrived || (lost.minorUnits === '0' && payout.returned.minorUnits === '0')) && (
        <ThreadStep
          name={t('ledger:transfer.DELIVERED')}
          at={null}
          amount={hasArrived ? formatMoney(delivered) : null}
          to={firstDelivery === null ? null : `/transfer/${firstDelivery}`}
          more={deliveredOn === null ? null : formatDay(deliveredOn)}
        />
      )}
    </>
  );
}

function Confirmed({ payout }: { readonly payout: FollowedAid }): ReactNode {
  const { t } = useTranslation();
  const { state, evidence, provenAt, requiredEvidence } = payout;
  const isProven = state === 'EVIDENCED' || state === 'RECONCILED';
  const proof =
    evidence.length === 0
      ? t('ledger:cent.needsProof', { required: t(`codes:evidence.${requiredEvidence}`) })
      : evidence.map((each) => t(`codes:evidence.${each}`)).join(', ');
  return (
    <ThreadStep
      name={t('ledger:cent.confirmed')}
      at={null}
      amount={isProven ? formatMoney(payout.delivered) : null}
      to={`/payouts/${payout.id}`}
      more={[payout.codename, proof, provenAt === null ? '' : formatMoment(provenAt)]
        .filter((part) => part !== '')
        .join(' · ')}
    />
  );
}
