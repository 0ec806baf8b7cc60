import './disclosure.css';
import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { DataTable, type Column } from '../../ui/data-table';
import { useMay } from '../../ui/may';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatDay, formatMoment } from '../../ui/time';
import { NearWatch } from './near-watch';
import { OpenedSample } from './opened-sample';
import { SampleDraw } from './sample-draw';
import { PaymentSamplesDocument, type PaymentSamplesQuery } from './samples.documents';

type Sample = PaymentSamplesQuery['paymentSamples']['edges'][number]['node'];

const PAGE = 20;

/** Random samples of payments: draw one, look at what was drawn, note what was found. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const go = useNavigate();
  const mayDraw = useMay()('drawPaymentSample');
  const { nodes, failure, isLoading, hasMore, loadMore, refresh } = usePages({
    document: PaymentSamplesDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ paymentSamples }) => paymentSamples,
  });
  const drawn = (sampleId: string): void => {
    refresh();
    void go(`/samples/${sampleId}`);
  };
  return (
    <PageFrame title={t('disclosure:sample.title')} acts={<NearWatch />}>
      <Stack gap="lg">
        <Text size="sm" c="dimmed" maw={640}>
          {t('disclosure:sample.about')}
        </Text>
        {mayDraw && <SampleDraw drawn={drawn} />}
        {id !== null && <OpenedSample key={id} sampleId={id} changed={refresh} />}
        {failure !== null && <Failed failure={failure} retry={refresh} />}
        {nodes.length === 0 && isLoading && <Waiting rows={3} />}
        {nodes.length === 0 && !isLoading && failure === null && (
          <Empty title={t('disclosure:sample.empty')}>{t('disclosure:sample.emptyAbout')}</Empty>
        )}
        {nodes.length > 0 && <Draws samples={nodes} openId={id} />}
        {hasMore && (
          <div>
            <Button size="compact-xs" variant="default" loading={isLoading} onClick={loadMore}>
              {t('disclosure:sample.older')}
            </Button>
          </div>
        )}
      </Stack>
    </PageFrame>
  );
}

function Draws({
  samples,
  openId,
}: {
  readonly samples: readonly Sample[];
  readonly openId: string | null;
}): ReactNode {
  const { t } = useTranslation();
  const columns: readonly Column<Sample>[] = [
    {
      key: 'drawnAt',
      title: t('disclosure:sample.drawnAt'),
      value: ({ drawnAt }) => drawnAt,
      text: ({ drawnAt }) => formatMoment(drawnAt),
    },
    {
      key: 'period',
      title: t('disclosure:sample.period'),
      value: ({ fromDay, toDay }) => `${fromDay} ${toDay}`,
      text: ({ fromDay, toDay }) => `${formatDay(fromDay)} – ${formatDay(toDay)}`,
    },
    {
      key: 'size',
      title: t('disclosure:sample.payments'),
      value: ({ size, population }) => Math.min(size, population),
      isNumber: true,
    },
    {
      key: 'noted',
      title: t('disclosure:sample.notedCount'),
      value: ({ noted }) => noted,
      isNumber: true,
    },
    {
      key: 'faults',
      title: t('disclosure:sample.faults'),
      value: ({ faults }) => faults,
      isNumber: true,
    },
    {
      key: 'open',
      title: t('disclosure:sample.open'),
      isControl: true,
      value: ({ id }) => id,
      cell: ({ id, drawnAt }) => (
        <Button
          component={Link}
          to={`/samples/${id}`}
          size="compact-xs"
          variant="default"
          aria-label={t('disclosure:sample.openOf', { when: formatMoment(drawnAt) })}
        >
          {t('disclosure:sample.open')}
        </Button>
      ),
    },
  ];
  return (
    <section aria-labelledby="draws" className="captionless">
      <Title order={2} size="h5" id="draws">
        {t('disclosure:sample.list')}
      </Title>
      <DataTable
        caption={t('disclosure:sample.list')}
        rows={samples}
        columns={columns}
        rowKey={({ id }) => id}
        openKey={openId}
      />
    </section>
  );
}
