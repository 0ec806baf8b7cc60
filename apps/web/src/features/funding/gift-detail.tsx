import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { Facts } from '../../ui/facts';
import { useMay } from '../../ui/may';
import { formatMoney, Money } from '../../ui/money';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { formatDay, formatMoment } from '../../ui/time';
import { FundsDocument, GiftDocument } from './funding.documents';
import { GiftBookings } from './gift-bookings';
import type { Gift } from './gifts-page-types';
import { Refund } from './refund';

/** One gift: what it was, what the provider kept, where the books have it, and what was given back. */
export function GiftDetail({
  giftId,
  changed,
}: {
  readonly giftId: string;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const reading = useRead(GiftDocument, { input: { giftId } }, { topics: ['gift'] });
  const gift = reading.data?.gift;
  if (gift === undefined) {
    return reading.failure === null ? (
      <Waiting />
    ) : (
      <Failed failure={reading.failure} retry={reading.refresh} />
    );
  }
  if (isRefusal(gift)) return <NotHere />;
  return (
    <Stack gap="lg">
      <Title order={2} size="h4">
        {t('funding:gifts.one', { amount: formatMoney(gift.amount) })}
      </Title>
      <GiftFacts gift={gift} />
      {may('refundGift') && gift.state === 'SUCCEEDED' && gift.refundable.minorUnits !== '0' && (
        <Refund
          key={gift.refundable.minorUnits}
          gift={gift}
          changed={() => {
            reading.refresh();
            changed();
          }}
        />
      )}
      <Refunds gift={gift} />
      <GiftBookings gift={gift} />
    </Stack>
  );
}

function GiftFacts({ gift }: { readonly gift: Gift }): ReactNode {
  const { t } = useTranslation();
  const { data } = useRead(FundsDocument, { input: {} });
  const fund = data?.funds.find(({ id }) => id === gift.fundId);
  return (
    <Facts
      pairs={[
        [t('funding:column.state'), t(`funding:giftState.${gift.state}`)],
        [t('funding:gifts.startedOn'), formatDay(gift.startedOn)],
        [
          t('funding:gifts.rhythm'),
          gift.isMonthly ? t('funding:gifts.monthly') : t('funding:gifts.once'),
        ],
        [t('funding:gifts.fee'), <Money value={gift.fee} />],
        [t('funding:gifts.refunded'), <Money value={gift.refunded} />],
        [t('funding:gifts.refundable'), <Money value={gift.refundable} />],
        [
          t('funding:column.fund'),
          <Link to={`/funds/${gift.fundId}`}>
            {fund === undefined ? t('funding:grants.toFund') : `${fund.code} · ${fund.name}`}
          </Link>,
        ],
      ]}
    />
  );
}

function Refunds({ gift }: { readonly gift: Gift }): ReactNode {
  const { t } = useTranslation();
  if (gift.refunds.length === 0) return null;
  return (
    <section aria-labelledby="refunds">
      <Title order={3} size="h6" id="refunds">
        {t('funding:refund.title')}
      </Title>
      <ul className="rule-list">
        {gift.refunds.map((refund) => (
          <li key={refund.id}>
            <span className="quiet">{formatMoment(refund.requestedAt)}</span>{' '}
            {formatMoney(refund.amount)} · {t(`funding:refundState.${refund.state}`)} ·{' '}
            {t(`funding:refundReason.${refund.reason}`, { defaultValue: refund.reason })}
            {refund.isOwed && ` · ${t('funding:refund.owed')}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
