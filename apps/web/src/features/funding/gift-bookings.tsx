import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../ui/may';
import { formatMoney } from '../../ui/money';
import { formatMoment } from '../../ui/time';
import type { Gift } from './gifts-page-types';

/** What brought money into a fund, and can be followed from there. */
const INCOMING: readonly string[] = ['GIFT', 'FUND_TRANSFER'];

/** What the books hold of a gift, each with its way on: the movement itself, and where its money went. */
export function GiftBookings({ gift }: { readonly gift: Gift }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <section aria-labelledby="bookings">
      <Title order={3} size="h6" id="bookings">
        {t('funding:gifts.bookings')}
      </Title>
      {gift.transfers.length === 0 && <p className="quiet">{t('funding:gifts.noBookings')}</p>}
      <ul className="rule-list">
        {gift.transfers.map(({ transferId, code, bookedAt, amount, fundAccountId }) => (
          <li key={transferId}>
            <span className="quiet">{formatMoment(bookedAt)}</span>{' '}
            {may('ledgerTransfer') ? (
              <Link to={`/transfer/${transferId}`}>{t(`funding:giftBooking.${code}`)}</Link>
            ) : (
              t(`funding:giftBooking.${code}`)
            )}{' '}
            {formatMoney(amount)}
            {may('accountStatement') && INCOMING.includes(code) && fundAccountId !== null && (
              <>
                {' · '}
                <Link to={`/cent/${fundAccountId}/${transferId}`}>{t('funding:gifts.follow')}</Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
