import { Button, Chip, Group, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/use-pages';
import { Empty, Failed, Waiting } from '../../ui/states';
import { CaseTimelineDocument } from './case-work.documents';
import { SealedStory } from './identity-reveal';
import { NO_PAGE } from './no-page';
import type { CaseProps } from './opened-case';
import { TIMELINE_FILTERS, withStatuses, type TimelineFilter } from './timeline';
import { TimelineEntry } from './timeline-entry';

/** Events in one page. */
const PAGE = 30;
const FILTERS = Object.keys(TIMELINE_FILTERS) as TimelineFilter[];

/** What happened, newest first, from every part of the desk; one kind at a time if wanted. */
export function TimelineTab({ file }: CaseProps): ReactNode {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<TimelineFilter | null>(null);
  const isPaused = filter === 'PRISONER';
  const pages = usePages({
    document: CaseTimelineDocument,
    variables: (after) => ({
      input: {
        caseId: file.id,
        kinds: filter === null ? null : [...TIMELINE_FILTERS[filter]],
        first: PAGE,
        after,
      },
    }),
    pick: ({ caseTimeline }) =>
      caseTimeline.__typename === 'CaseTimeline' ? caseTimeline.events : NO_PAGE,
    topics: ['case', 'need', 'disbursement', 'task'],
    isSealed: true,
    isPaused,
  });
  const hasMore = pages.hasMore && !isPaused;
  const events = isPaused ? [] : pages.nodes;
  const lines = filter === null || isPaused ? withStatuses(events, file, hasMore) : pages.nodes;
  return (
    <Stack gap="sm">
      {file.story === null ? (
        <SealedStory file={file} what={t('cases:summary.sealed')} />
      ) : (
        <p className="written">{file.story.summary ?? t('cases:summary.none')}</p>
      )}
      <Group gap={6}>
        {FILTERS.map((each) => (
          <Chip
            key={each}
            size="xs"
            checked={filter === each}
            onChange={(checked) => setFilter(checked ? each : null)}
          >
            {t(`cases:timeline.${each}`)}
          </Chip>
        ))}
      </Group>
      {pages.failure !== null && <Failed failure={pages.failure} retry={pages.refresh} />}
      {pages.isLoading && lines.length === 0 && <Waiting rows={4} />}
      {!pages.isLoading && lines.length === 0 && pages.failure === null && (
        <Empty title={t('cases:timeline.none')}>{t('cases:timeline.noneAbout')}</Empty>
      )}
      <ol className="plain-list">
        {lines.map((line) => (
          <TimelineEntry key={line.kind + line.id} line={line} />
        ))}
      </ol>
      {hasMore && (
        <Button size="xs" variant="default" onClick={pages.loadMore}>
          {t('cases:timeline.more')}
        </Button>
      )}
    </Stack>
  );
}
