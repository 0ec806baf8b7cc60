import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { formatMoment } from '../../ui/time';
import { purposeText } from './purpose';
import type { Disclosure } from './use-disclosures';

/** The entries, one a row, as they are exported. */
export function LogTable({
  entries,
  hasMore,
}: {
  readonly entries: readonly Disclosure[];
  readonly hasMore: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const subject = ({ codename, requestId, taskId }: Disclosure): string => {
    if (requestId !== null) {
      return codename === null
        ? t('disclosure:subject.request', { id: requestId.slice(0, 8) })
        : t('disclosure:subject.requestOf', { codename });
    }
    if (taskId === null) return codename ?? t('disclosure:subject.unknown');
    return codename === null
      ? t('disclosure:subject.task', { id: taskId.slice(0, 8) })
      : t('disclosure:subject.taskOf', { codename });
  };
  const columns: readonly Column<Disclosure>[] = [
    {
      key: 'openedAt',
      title: t('disclosure:column.openedAt'),
      value: ({ openedAt }) => openedAt,
      cell: ({ openedAt }) => <time dateTime={openedAt}>{formatMoment(openedAt)}</time>,
    },
    {
      key: 'person',
      title: t('disclosure:column.person'),
      value: ({ person }) => person?.displayName ?? t('disclosure:subject.nobody'),
    },
    {
      key: 'role',
      title: t('disclosure:column.role'),
      value: ({ person }) =>
        (person?.roles ?? []).map((role) => t(`codes:role.${role}`)).join(', '),
    },
    {
      key: 'subject',
      title: t('disclosure:column.subject'),
      value: subject,
      cell: (entry) => (
        <>
          {subject(entry)}
          {entry.purgedAt !== null && (
            <Text size="xs" c="dimmed">
              {t('disclosure:purged', { when: formatMoment(entry.purgedAt) })}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'purpose',
      title: t('disclosure:column.purpose'),
      value: ({ purpose }) => purposeText(purpose),
    },
    {
      key: 'fieldCount',
      title: t('disclosure:column.fieldCount'),
      value: ({ fieldCount }) => fieldCount,
      isNumber: true,
    },
  ];
  return (
    <div className="captionless">
      <Text size="sm" role="status">
        {t(hasMore ? 'disclosure:log.countSoFar' : 'disclosure:log.count', {
          count: entries.length,
        })}
      </Text>
      <DataTable
        caption={t('disclosure:log.title')}
        rows={entries}
        columns={columns}
        rowKey={({ id }) => id}
        fileName="disclosures"
      />
    </div>
  );
}
