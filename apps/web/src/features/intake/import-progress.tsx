import { Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/time';
import type { ReadingFragment } from './import.documents';
import type { ImportRun } from './import-run';

const WHOLE = 100;

/** How far the file has been read, as the server says it. */
export function ImportProgress({
  run,
  reading,
}: {
  readonly run: ImportRun;
  /** Null for a preview, and until the server has begun. */
  readonly reading: ReadingFragment | null;
}): ReactNode {
  const { t } = useTranslation();
  const now = useNow(1000);
  const seconds = Math.max(0, Math.round((now - run.startedAt) / 1000));
  return (
    <div>
      <Text size="sm" mb={4} role="status">
        {t(run.isPreview ? 'intake:import.previewing' : 'intake:import.running', {
          count: seconds,
        })}
      </Text>
      {reading === null ? (
        <Progress value={WHOLE} animated aria-label={t('intake:import.progress')} />
      ) : (
        <RowsRead reading={reading} />
      )}
      {!run.isPreview && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('intake:import.mayLeave')}
        </Text>
      )}
    </div>
  );
}

/** Rows read of all rows, as a bar and in figures. */
export function RowsRead({ reading }: { readonly reading: ReadingFragment }): ReactNode {
  const { t } = useTranslation();
  const { rowsDone: done, rowsInFile: total } = reading;
  return (
    <>
      {total !== null && total > 0 && (
        <Progress value={(done / total) * WHOLE} aria-label={t('intake:import.progress')} />
      )}
      <Text size="sm" className="number-only">
        {total === null
          ? t('intake:import.rowsDone', { done })
          : t('intake:import.rowsOf', { done, total })}
      </Text>
    </>
  );
}
