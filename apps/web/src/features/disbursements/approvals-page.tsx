import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PayoutList } from './payout-list';

/** What waits for my decision: read the sheet, sign or say no. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  return (
    <PayoutList
      title={t('disbursements:approvals.title')}
      path="/approvals"
      views={['MINE', 'TO_APPROVE', 'TO_CLEAR', 'CLEARED', 'OUT', 'BACK', 'STOPPED', 'ALL']}
      emptyAbout={t('disbursements:approvals.empty')}
    />
  );
}
