import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../ui/may';
import { PayoutList } from './payout-list';

/** Payouts of my families (for the audit: of all), from draft to proof. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <PayoutList
      title={t('disbursements:payouts.title')}
      path="/payouts"
      views={['OPEN', 'OUT', 'BACK', 'PROVEN', 'STOPPED', 'DISPUTED', 'ALL']}
      emptyAbout={t('disbursements:payouts.empty')}
      acts={
        may('draftDisbursement') && (
          <Button component={Link} to="/new-payout" size="compact-sm">
            {t('disbursements:draft.title')}
          </Button>
        )
      }
    />
  );
}
