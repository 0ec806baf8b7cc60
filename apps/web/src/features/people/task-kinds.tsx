import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { DataTable, type Column } from '../../ui/data-table';
import { TaskKindsDocument, type TaskKindsQuery } from './settings.documents';
import { SettingsSection } from './settings-section';
import { knownText } from './known-text';

type Kind = TaskKindsQuery['taskKinds'][number];

/** Kinds of tasks: who may do them, how long they have, and what security looks at first. */
export function TaskKinds(): ReactNode {
  const { t } = useTranslation();
  const reading = useRead(TaskKindsDocument, {});
  const columns: readonly Column<Kind>[] = [
    {
      key: 'kind',
      title: t('people:task.kind'),
      value: ({ code }) => knownText(`people:kind.${code}`, code),
    },
    { key: 'priority', title: t('people:task.priority'), value: (kind) => kind.defaultPriority },
    {
      key: 'tier',
      title: t('people:task.tier'),
      value: ({ minimumTier }) => knownText(`people:tier.${minimumTier}`, minimumTier),
    },
    {
      key: 'personal',
      title: t('people:task.personal'),
      value: (kind) =>
        kind.carriesPersonalData ? t('people:task.cleared') : t('people:task.none'),
    },
    {
      key: 'hours',
      title: t('people:task.hours'),
      value: ({ workHours }) => workHours,
      cell: ({ workHours }) => t('people:task.hourCount', { count: workHours }),
      isNumber: true,
    },
  ];
  return (
    <SettingsSection
      id="task-kinds"
      title={t('people:settings.tasks')}
      about={t('people:task.about')}
      reading={reading}
    >
      {({ taskKinds }) => (
        <DataTable
          caption={t('people:settings.tasks')}
          rows={taskKinds}
          columns={columns}
          rowKey={({ code }) => code}
        />
      )}
    </SettingsSection>
  );
}
