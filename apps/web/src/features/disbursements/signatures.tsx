import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../ui/time';
import type { Payout } from './payout-detail-types';

/** Who signed what, when, as whom; signatures that an edit has voided say so. */
export function Signatures({ payout }: { readonly payout: Payout }): ReactNode {
  const { t } = useTranslation();
  const { approvalsGiven: given, approvalsRequired: required } = payout;
  return (
    <section aria-labelledby="signatures">
      <Title order={3} size="h6" id="signatures" mb={4}>
        {t('disbursements:signed.title')}: {t('disbursements:signaturesOf', { given, required })}
      </Title>
      {payout.signatures.length === 0 && <Text size="sm">{t('disbursements:signed.nobody')}</Text>}
      <ol className="plain-list">
        {payout.signatures.map((one) => (
          <li key={one.act + one.signedAt} data-void={!one.isValid}>
            {t(`disbursements:act.${one.act}`, {
              when: formatMoment(one.signedAt),
              who: one.person?.displayName ?? t('disbursements:signed.byRule'),
            })}
            {one.reason !== null && `: ${t(`disbursements:reason.${one.reason}`)}`}
            {!one.isValid && <span className="quiet"> {t('disbursements:signed.void')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
