import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { Facts } from '../../ui/facts';
import { Money } from '../../ui/money';
import { moneyColumn } from '../../ui/table-columns';
import { formatDay } from '../../ui/time';
import { FundBar } from './fund-bar';
import type { FundReportQuery } from './funding.documents';
import { useGroupWords } from './group-words';

type Report = Extract<FundReportQuery['fundReport'], { readonly __typename: 'FundReport' }>;

/** One report; a number that could point to a family is not shown, and says so. */
export function ReportView({ report }: { readonly report: Report }): ReactNode {
  const { t } = useTranslation();
  const { groupOf } = useGroupWords();
  const people = (count: number | null): string =>
    count === null ? t('funding:report.few') : t('funding:report.about', { count });
  return (
    <Stack gap="lg">
      <section aria-labelledby="report-fund">
        <Title order={2} size="h5" id="report-fund" mb="xs">
          {report.name}: {t('funding:report.period', { from: report.from, to: report.to })}
        </Title>
        <FundBar fund={report} />
        <Facts
          pairs={[
            [t('funding:report.opening'), <Money value={report.opening} />],
            [t('funding:column.received'), <Money value={report.received} />],
            [t('funding:column.spent'), <Money value={report.spent} />],
            [t('funding:column.reserved'), <Money value={report.reserved} />],
            [t('funding:column.left'), <Money value={report.left} />],
            [t('funding:report.people'), people(report.peopleReached)],
            [
              t('funding:column.lapses'),
              report.lapsesOn === null ? null : formatDay(report.lapsesOn),
            ],
          ]}
        />
      </section>
      {report.groups.length > 0 && (
        <DataTable
          caption={t('funding:report.groups')}
          rows={report.groups}
          rowKey={({ needGroup }) => needGroup}
          fileName={`fund-report-${report.code}`}
          columns={[
            {
              key: 'group',
              title: t('funding:column.group'),
              value: ({ needGroup }) => groupOf(needGroup),
            },
            moneyColumn<Report['groups'][number]>(
              'spent',
              t('funding:column.spent'),
              ({ spent }) => spent,
              { hasSum: true },
            ),
            {
              key: 'people',
              title: t('funding:report.people'),
              isNumber: true,
              value: ({ peopleReached }) => people(peopleReached),
            },
          ]}
        />
      )}
      {report.ageBands.length > 0 && (
        <DataTable
          caption={t('funding:report.ages')}
          rows={report.ageBands}
          rowKey={({ ageBand }) => ageBand}
          fileName={`fund-report-ages-${report.code}`}
          columns={[
            {
              key: 'age',
              title: t('funding:report.age'),
              value: ({ ageBand }) => t(`funding:age.${ageBand}`, { defaultValue: ageBand }),
            },
            {
              key: 'people',
              title: t('funding:report.people'),
              isNumber: true,
              value: ({ peopleReached }) => people(peopleReached),
            },
          ]}
        />
      )}
      <Text size="sm" c="dimmed">
        {t('funding:report.why')}
      </Text>
    </Stack>
  );
}
