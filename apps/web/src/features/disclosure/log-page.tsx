import './disclosure.css';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { useKeys } from '../../ui/keys';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatMoment } from '../../ui/time';
import { FIRST_FILTER, type LogFilter } from './filter';
import { LogFilters } from './log-filters';
import { LogTable } from './log-table';
import { NearWatch } from './near-watch';
import { DisclosureUsualDocument } from './oversight.documents';
import { useDisclosures } from './use-disclosures';
import { UsualTable } from './usual-table';

/** Who opened what, when, and for which purpose: first against their own usual, then entry by entry. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<LogFilter>(FIRST_FILTER);
  const usual = useRead(DisclosureUsualDocument, {});
  const { nodes, failure, isLoading, hasMore, loadMore, refresh } = useDisclosures(filter);
  const people = usual.data?.disclosureUsual.people ?? [];
  const readAnew = (): void => {
    usual.refresh();
    refresh();
  };
  useKeys({ r: readAnew });
  const oldest = nodes.at(-1);
  return (
    <PageFrame
      title={t('disclosure:title')}
      acts={
        <>
          <NearWatch />
          <Button size="xs" variant="default" onClick={readAnew}>
            {t('disclosure:refresh')} <kbd>r</kbd>
          </Button>
        </>
      }
    >
      <Stack gap="xl">
        {usual.failure !== null && <Failed failure={usual.failure} retry={usual.refresh} />}
        {usual.data === null ? (
          usual.isLoading && <Waiting rows={3} />
        ) : (
          <UsualTable
            usual={usual.data.disclosureUsual}
            choose={(personId) => setFilter({ ...FIRST_FILTER, period: 'MONTH', personId })}
          />
        )}
        <section aria-labelledby="log">
          <Title order={2} size="h5" id="log" mb="xs">
            {t('disclosure:log.title')}
          </Title>
          <LogFilters people={people} filter={filter} change={setFilter} />
          {failure !== null && <Failed failure={failure} retry={refresh} />}
          {nodes.length === 0 && isLoading && <Waiting />}
          {nodes.length === 0 && !isLoading && failure === null && (
            <Empty title={t('disclosure:emptyFiltered')}>
              {t('disclosure:emptyFilteredAbout')}
            </Empty>
          )}
          {oldest !== undefined && (
            <>
              <LogTable entries={nodes} hasMore={hasMore} />
              <Group mt="sm" gap="sm">
                <Text size="xs" c="dimmed">
                  {t('disclosure:log.since', { when: formatMoment(oldest.openedAt) })}
                </Text>
                {hasMore && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={isLoading}
                    onClick={loadMore}
                  >
                    {t('disclosure:log.older')}
                  </Button>
                )}
              </Group>
            </>
          )}
        </section>
      </Stack>
    </PageFrame>
  );
}
