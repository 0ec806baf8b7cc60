import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PayoutList } from './payout-list';

/** Payouts whose way security has to look at, disputes, and what is stopped. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  return (
    <PayoutList
      title={t('disbursements:clearance.title')}
      path="/clearance"
      views={['MINE', 'DISPUTED', 'STOPPED', 'ALL']}
      emptyAbout={t('disbursements:clearance.empty')}
    />
  );
}
