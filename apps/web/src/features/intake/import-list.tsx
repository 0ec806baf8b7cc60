import { Button, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Pages } from '../../api/use-pages';
import { Failed, Waiting } from '../../ui/states';
import { formatMoment, useNow } from '../../ui/time';
import { RowsRead } from './import-progress';
import type { ReadingFragment } from './import.documents';
import { isStopped } from './use-imports';

/** Files that were read, the newest first; each leads to its report. */
export function ImportList({ pages }: { readonly pages: Pages<ReadingFragment> }): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="imports">
      <Title order={2} size="h5" id="imports" mb="xs">
        {t('intake:import.earlier')}
      </Title>
      {pages.failure !== null && <Failed failure={pages.failure} retry={pages.refresh} />}
      {pages.nodes.length === 0 ? (
        pages.isLoading ? (
          <Waiting rows={3} />
        ) : (
          pages.failure === null && <Text size="sm">{t('intake:import.none')}</Text>
        )
      ) : (
        <ul className="plain-list imports">
          {pages.nodes.map((reading) => (
            <ImportLine key={reading.id} reading={reading} />
          ))}
        </ul>
      )}
      {pages.hasMore && (
        <Button variant="default" size="sm" mt="sm" onClick={pages.loadMore}>
          {t('intake:import.more')}
        </Button>
      )}
    </section>
  );
}

function ImportLine({ reading }: { readonly reading: ReadingFragment }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { id, state, startedAt, startedBy, accepted, toCorrect } = reading;
  return (
    <li>
      <Link to={`/inbox-import/${id}`}>{formatMoment(startedAt)}</Link>{' '}
      <span className="quiet">{startedBy?.displayName ?? t('intake:import.operator')}</span>
      {state === 'FINISHED' ? (
        <Text size="sm">
          {[
            t('intake:import.rowsDone', { done: reading.rowsDone }),
            t('intake:import.new', { count: accepted }),
            ...(toCorrect > 0 ? [t('intake:import.wrong', { count: toCorrect })] : []),
          ].join(' · ')}
        </Text>
      ) : isStopped(reading, now) ? (
        <Text size="sm">{t('intake:import.stopped')}</Text>
      ) : (
        <RowsRead reading={reading} />
      )}
    </li>
  );
}
