import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/use-pages';
import { useRead } from '../../api/use-read';
import { Facts } from '../../ui/facts';
import { useMay } from '../../ui/may';
import { formatMoney, Money } from '../../ui/money';
import { formatDay, formatMoment } from '../../ui/time';
import { FundsDocument, GiftRefundsDocument } from './funding.documents';
import type { Gift } from './gifts-page-types';
import { Refund } from './refund';

/** One gift: what it was, what the provider kept, where it lies, and what was given back. */
export function GiftDetail({
  gift,
  changed,
}: {
  readonly gift: Gift;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { data } = useRead(FundsDocument, { input: {} });
  const refunds = usePages({
    document: GiftRefundsDocument,
    variables: (after) => ({ input: { first: 50, after } }),
    pick: ({ giftRefunds }) => giftRefunds,
    topics: ['gift'],
  });
  const own = refunds.nodes.filter(({ giftId }) => giftId === gift.id);
  const fund = data?.funds.find(({ id }) => id === gift.fundId);
  return (
    <Stack gap="lg">
      <Title order={2} size="h4">
        {t('funding:gifts.one', { amount: formatMoney(gift.amount) })}
      </Title>
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
          [
            t('funding:column.fund'),
            <Link to={`/funds/${gift.fundId}`}>
              {fund === undefined ? t('funding:grants.toFund') : `${fund.code} · ${fund.name}`}
            </Link>,
          ],
          [
            t('funding:gifts.thread'),
            may('accountStatement') ? (
              <Link to={`/cent/${gift.fundId}`}>{t('funding:gifts.follow')}</Link>
            ) : null,
          ],
        ]}
      />
      {may('refundGift') && gift.state === 'SUCCEEDED' && (
        <Refund
          gift={gift}
          changed={() => {
            refunds.refresh();
            changed();
          }}
        />
      )}
      {own.length > 0 && (
        <section aria-labelledby="refunds">
          <Title order={3} size="h6" id="refunds">
            {t('funding:refund.title')}
          </Title>
          <ul className="rule-list">
            {own.map((refund) => (
              <li key={refund.id}>
                <span className="quiet">{formatMoment(refund.requestedAt)}</span>{' '}
                {formatMoney(refund.amount)} · {t(`funding:refundState.${refund.state}`)} ·{' '}
                {t(`funding:refundReason.${refund.reason}`, { defaultValue: refund.reason })}
                {refund.isOwed && ` · ${t('funding:refund.owed')}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Stack>
  );
}
