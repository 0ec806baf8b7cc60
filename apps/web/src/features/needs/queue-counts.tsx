import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { NeedQueueCountsDocument } from './views.documents';

/** How much is open, late and due today; the desk stops counting where nobody would read the number. */
export function QueueCounts(): ReactNode {
  const { t } = useTranslation();
  const { data } = useRead(NeedQueueCountsDocument, {}, { topics: ['need', 'disbursement'] });
  const counts = data?.needQueueCounts;
  if (counts === undefined) return null;
  const shown = (count: number): string =>
    count < counts.countedTo ? String(count) : `${String(counts.countedTo)}+`;
  const { open, late, dueToday } = counts;
  return (
    <Text size="sm" fw={600} role="status" className="queue-counts">
      <span>{t('needs:counts.open', { count: open, shown: shown(open) })}</span> ·{' '}
      <span data-late={late > 0}>
        {t('needs:counts.late', { count: late, shown: shown(late) })}
      </span>{' '}
      · <span>{t('needs:counts.dueToday', { shown: shown(dueToday) })}</span>
    </Text>
  );
}
