import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../ui/time';
import type { Payout } from './payout-detail-types';

/** What proves that it arrived, against what its need asks for. */
export function Proofs({ payout }: { readonly payout: Payout }): ReactNode {
  const { t } = useTranslation();
  const required = payout.requiredEvidence;
  return (
    <section aria-labelledby="proofs">
      <Title order={3} size="h6" id="proofs" mb={4}>
        {t('disbursements:proof.title')}
      </Title>
      <Text size="sm">
        {t('disbursements:proof.required', { required: t(`codes:evidence.${required}`) })}
      </Text>
      {payout.proofs.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('disbursements:proof.none')}
        </Text>
      )}
      <ul className="plain-list">
        {payout.proofs.map((proof) => (
          <li key={proof.id}>
            <span className="quiet">{formatMoment(proof.recordedAt)}</span> {proof.evidenceClass}:{' '}
            {t(`disbursements:proofKind.${proof.what}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
