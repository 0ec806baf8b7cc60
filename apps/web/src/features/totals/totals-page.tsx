import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/use-pages';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { OneMonth } from './one-month';
import { TotalsSnapshotsDocument } from './totals.documents';

const PAGE = 12;

/** Months as they were counted once: two people read each before everybody does, and one can stop it. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { nodes, failure, isLoading, hasMore, loadMore, refresh } = usePages({
    document: TotalsSnapshotsDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ totalsSnapshots }) => totalsSnapshots,
  });
  return (
    <PageFrame title={t('totals:title')}>
      <Stack gap="lg">
        <Text size="sm" c="dimmed" maw={640}>
          {t('totals:about')}
        </Text>
        {failure !== null && <Failed failure={failure} retry={refresh} />}
        {nodes.length === 0 && isLoading && <Waiting rows={3} />}
        {nodes.length === 0 && !isLoading && failure === null && (
          <Empty title={t('totals:empty')}>{t('totals:emptyAbout')}</Empty>
        )}
        {nodes.map((snapshot) => (
          <OneMonth key={snapshot.id} snapshot={snapshot} changed={refresh} />
        ))}
        {hasMore && (
          <div>
            <Button size="compact-xs" variant="default" loading={isLoading} onClick={loadMore}>
              {t('totals:earlier')}
            </Button>
          </div>
        )}
      </Stack>
    </PageFrame>
  );
}
