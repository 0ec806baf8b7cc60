import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCountryCodes } from '../../codes/country-codes';
import { Facts } from '../../ui/facts';
import { useMay } from '../../ui/may';
import { Money, type MoneyValue } from '../../ui/money';
import { formatDay, formatMoment } from '../../ui/time';
import type { Payout } from './payout-detail-types';

/** Where it stands: days, what arrived, came back or was lost. */
export function PayoutFacts({ payout }: { readonly payout: Payout }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { wordOf } = useCountryCodes();
  const some = (amount: MoneyValue): ReactNode =>
    amount.minorUnits === '0' ? null : <Money value={amount} />;
  const day = (text: string | null): ReactNode => (text === null ? null : formatDay(text));
  const before = payout.stateBefore;
  return (
    <section aria-labelledby="standing">
      <Title order={3} size="h6" id="standing" mb={4}>
        {t('disbursements:facts.title')}
      </Title>
      <Facts
        pairs={[
          [
            t('disbursements:facts.before'),
            before === null ? null : t(`disbursements:state.${before}`),
          ],
          [t('disbursements:facts.draftedAt'), formatMoment(payout.draftedAt)],
          [t('disbursements:facts.releasedOn'), day(payout.releasedOn)],
          [t('disbursements:facts.deliveredOn'), day(payout.deliveredOn)],
          [t('disbursements:facts.delivered'), some(payout.delivered)],
          [t('disbursements:facts.returned'), some(payout.returned)],
          [t('disbursements:facts.lost'), some(payout.lost)],
          [t('disbursements:facts.region'), wordOf('regions', payout.region)],
          [t('disbursements:facts.recipient'), t(`disbursements:recipient.${payout.recipient}`)],
          [t('disbursements:facts.reference'), payout.settlementReference],
          [
            t('disbursements:facts.sample'),
            payout.awaitsSample ? t('disbursements:facts.awaitsSample') : null,
          ],
        ]}
      />
      {payout.releaseTransferId !== null && may('accountStatement') && (
        <Link to={`/way/${payout.id}`}>{t('disbursements:facts.way')}</Link>
      )}
    </section>
  );
}
