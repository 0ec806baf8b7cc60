import './disclosure.css';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatMoment } from '../../ui/time';
import { FIRST_FILTER, fitting, type LogFilter } from './filter';
import { LogFilters } from './log-filters';
import { LogTable } from './log-table';
import { useDisclosures } from './use-disclosures';
import { UsualTable } from './usual-table';

/** Who opened what, when, and for which purpose: first against their own usual, then entry by entry. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { nodes, failure, isLoading, hasMore, loadMore, refresh } = useDisclosures();
  const [filter, setFilter] = useState<LogFilter>(FIRST_FILTER);
  const shown = useMemo(() => fitting(nodes, filter), [nodes, filter]);
  const oldest = nodes.at(-1);
  return (
    <PageFrame
      title={t('disclosure:title')}
      acts={
        <Button size="xs" variant="default" onClick={refresh}>
          {t('disclosure:refresh')}
        </Button>
      }
    >
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {nodes.length === 0 && isLoading && <Waiting />}
      {nodes.length === 0 && !isLoading && failure === null && (
        <Empty title={t('disclosure:empty')}>{t('disclosure:emptyAbout')}</Empty>
      )}
      {oldest !== undefined && (
        <Stack gap="xl">
          <UsualTable
            entries={nodes}
            choose={(personId) => setFilter({ ...FIRST_FILTER, period: 'MONTH', personId })}
          />
          <section aria-labelledby="log">
            <Title order={2} size="h5" id="log" mb="xs">
              {t('disclosure:log.title')}
            </Title>
            <LogFilters entries={nodes} filter={filter} change={setFilter} />
            {shown.length === 0 ? (
              <Empty title={t('disclosure:emptyFiltered')}>
                {t('disclosure:emptyFilteredAbout')}
              </Empty>
            ) : (
              <LogTable key={JSON.stringify(filter)} entries={shown} />
            )}
            <Group mt="sm" gap="sm">
              <Text size="xs" c="dimmed">
                {t('disclosure:log.since', { when: formatMoment(oldest.openedAt) })}
              </Text>
              {hasMore && (
                <Button size="compact-xs" variant="default" loading={isLoading} onClick={loadMore}>
                  {t('disclosure:log.older')}
                </Button>
              )}
            </Group>
          </section>
        </Stack>
      )}
    </PageFrame>
  );
}
