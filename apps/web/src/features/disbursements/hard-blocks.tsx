import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../ui/may';
import type { Payout } from './payout-detail-types';

const HARD_BLOCKS = [
  'FOREIGN_BANK_TO_INCOUNTRY',
  'ONLINE_SHOP_TO_INCOUNTRY_ADDRESS',
  'MONEY_TO_LISTED_PERSON',
] as const;

/** What nobody can lift, for whoever is about to let a payout pass. */
export function HardBlocks({ payout }: { readonly payout: Payout }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  if (!may('clearDisbursement') || payout.state !== 'PENDING_SECURITY') return null;
  return (
    <section aria-labelledby="never">
      <Title order={3} size="h6" id="never" mb={4}>
        {t('disbursements:clear.never')}
      </Title>
      <ul className="plain-list">
        {HARD_BLOCKS.map((code) => (
          <li key={code}>
            <Text size="sm">{t(`disbursements:hardBlock.${code}`)}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
