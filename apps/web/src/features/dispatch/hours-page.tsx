import './dispatch.css';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { DataTable } from '../../ui/data-table';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { MyHoursDocument } from './mine.documents';
import { formatMinutes, formatMonth } from './words';

/** What I gave, month by month, without a word about whom it was for. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { data, failure, refresh } = useRead(MyHoursDocument, {}, { topics: ['task'] });
  const months = data?.myHours;
  return (
    <PageFrame title={t('dispatch:hours.title')}>
      {months === undefined ? (
        failure === null ? (
          <Waiting rows={4} />
        ) : (
          <Failed failure={failure} retry={refresh} />
        )
      ) : months.length === 0 ? (
        <Empty title={t('dispatch:hours.empty')}>{t('dispatch:hours.emptyAbout')}</Empty>
      ) : (
        <div className="narrow">
          <Text size="sm" mb="md">
            {t('dispatch:hours.about')}
          </Text>
          <DataTable
            caption={t('dispatch:hours.caption')}
            rows={months}
            rowKey={({ month }) => month}
            fileName="hours"
            columns={[
              {
                key: 'month',
                title: t('dispatch:hours.month'),
                value: ({ month }) => month,
                cell: ({ month }) => formatMonth(month),
              },
              {
                key: 'tasks',
                title: t('dispatch:hours.tasks'),
                value: ({ tasks }) => tasks,
                isNumber: true,
              },
              {
                key: 'time',
                title: t('dispatch:hours.time'),
                value: ({ minutes }) => minutes,
                cell: ({ minutes }) => formatMinutes(minutes),
                isNumber: true,
              },
            ]}
          />
        </div>
      )}
    </PageFrame>
  );
}
