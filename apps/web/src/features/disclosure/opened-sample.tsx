import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { Facts } from '../../ui/facts';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { formatDay, formatMoment } from '../../ui/time';
import { SampledPayments } from './sampled-payments';
import { PaymentSampleDocument } from './samples.documents';

/** One draw: where its seed came from, and the payments. */
export function OpenedSample({
  sampleId,
  changed,
}: {
  readonly sampleId: string;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { data, failure, refresh } = useRead(PaymentSampleDocument, { input: { sampleId } });
  const opened = data?.paymentSample;
  if (failure !== null) return <Failed failure={failure} retry={refresh} />;
  if (opened === undefined) return <Waiting rows={4} />;
  if (opened.__typename !== 'PaymentSampleOpened') return <NotHere />;
  const { sample, payments } = opened;
  return (
    <section aria-labelledby="sample">
      <Title order={2} size="h5" id="sample" mb="xs">
        {t('disclosure:sample.of', {
          from: formatDay(sample.fromDay),
          to: formatDay(sample.toDay),
        })}
      </Title>
      <Facts
        pairs={[
          [t('disclosure:sample.drawnAt'), formatMoment(sample.drawnAt)],
          [t('disclosure:sample.population'), sample.population],
          [
            t('disclosure:sample.notedCount'),
            `${String(sample.noted)} / ${String(payments.length)}`,
          ],
          [t('disclosure:sample.faults'), sample.faults],
          [t('disclosure:sample.entries'), sample.auditEntries],
          [
            t('disclosure:sample.seed'),
            <code key="seed" className="seed">
              {sample.seed}
            </code>,
          ],
        ]}
      />
      <Text size="xs" c="dimmed" my="xs">
        {t('disclosure:sample.again')}
      </Text>
      <SampledPayments
        sampleId={sample.id}
        payments={payments}
        changed={() => {
          refresh();
          changed();
        }}
      />
    </section>
  );
}
