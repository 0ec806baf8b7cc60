import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import type { ImportReport } from './send-export';

/** What became of a row; rows that were plainly accepted are only counted. */
interface ReportRow {
  readonly row: number;
  readonly what: 'toCorrect' | 'duplicate' | 'refused' | 'warned';
  readonly words: string;
}

/** What became of each row, in numbers and codes; never a word of the file. */
export function ImportReportView({
  report,
  isPreview,
}: {
  readonly report: ImportReport;
  readonly isPreview: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const rows: readonly ReportRow[] = [
    ...report.toCorrect.map(({ row, field, code }) => ({
      row,
      what: 'toCorrect' as const,
      words: `${t(`intake:path.${field}`)}: ${t(`intake:problem.${code}`)}`,
    })),
    ...report.duplicates.map((row) => ({
      row,
      what: 'duplicate' as const,
      words: t('intake:report.duplicateAbout'),
    })),
    ...report.refused.map((row) => ({
      row,
      what: 'refused' as const,
      words: t('intake:report.refusedAbout'),
    })),
    ...report.warnings.map(({ row, codes }) => ({
      row,
      what: 'warned' as const,
      words: codes.map((code) => t(`intake:warning.${code}`)).join(', '),
    })),
  ].toSorted((one, other) => one.row - other.row);
  const columns: readonly Column<ReportRow>[] = [
    { key: 'row', title: t('intake:report.row'), value: ({ row }) => row, isNumber: true },
    {
      key: 'what',
      title: t('intake:report.what'),
      value: ({ what }) => t(`intake:report.${what}`),
    },
    { key: 'words', title: t('intake:report.why'), value: ({ words }) => words },
  ];
  const counts = [
    ['accepted', report.accepted],
    ['corrected', report.corrected],
    ['toCorrectCount', report.toCorrect.length],
    ['duplicates', report.duplicates.length],
    ['refusedCount', report.refused.length],
  ] as const;
  return (
    <section aria-labelledby="report">
      <Title order={2} size="h5" id="report">
        {isPreview
          ? t('intake:report.preview', { count: report.rows })
          : t('intake:report.title', { count: report.rows })}
      </Title>
      <ul className="plain-list">
        {counts
          .filter(([, count]) => count > 0)
          .map(([name, count]) => (
            <li key={name}>{t(`intake:report.${name}`, { count })}</li>
          ))}
      </ul>
      {rows.length === 0 ? (
        <Text size="sm">{t('intake:report.allWell')}</Text>
      ) : (
        <DataTable
          caption={t('intake:report.table')}
          rows={rows}
          columns={columns}
          rowKey={({ row, what }) => `${String(row)} ${what}`}
          fileName="import-report"
        />
      )}
    </section>
  );
}
