import { Button, Group, NativeSelect, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadCsv } from '../../ui/csv';
import { DataTable, type Column } from '../../ui/data-table';
import { ROW_KINDS, type Report, type ReportRow, type RowKind } from './import-rows';

/** Rows that are shown at once; the export has no such limit. */
const MOST_SHOWN = 300;
const COUNTS = [
  ['accepted', 'accepted'],
  ['corrected', 'corrected'],
  ['toCorrect', 'toCorrectCount'],
  ['duplicates', 'duplicates'],
  ['refused', 'refusedCount'],
] as const satisfies readonly (readonly [keyof Report, string])[];

/** What became of each row, in numbers and codes; never a word of the file. */
export function ImportReportView({
  report,
  isPreview,
}: {
  readonly report: Report;
  readonly isPreview: boolean;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="report">
      <Title order={2} size="h5" id="report">
        {t(isPreview ? 'intake:report.preview' : 'intake:report.title', { count: report.rows })}
      </Title>
      <ul className="plain-list">
        {COUNTS.filter(([name]) => report[name] > 0).map(([name, text]) => (
          <li key={name}>{t(`intake:report.${text}`, { count: report[name] })}</li>
        ))}
      </ul>
      {report.list.length === 0 ? (
        <Text size="sm">{t('intake:report.allWell')}</Text>
      ) : (
        <ReportRows list={report.list} />
      )}
    </section>
  );
}

function ReportRows({ list }: { readonly list: readonly ReportRow[] }): ReactNode {
  const { t } = useTranslation();
  const [kind, setKind] = useState<RowKind | null>(null);
  const rows = kind === null ? list : list.filter(({ what }) => what === kind);
  const columns: readonly Column<ReportRow>[] = [
    { key: 'row', title: t('intake:report.row'), value: ({ row }) => row, isNumber: true },
    {
      key: 'what',
      title: t('intake:report.what'),
      value: ({ what }) => t(`intake:report.${what}`),
    },
    { key: 'words', title: t('intake:report.why'), value: useWords() },
  ];
  const present = ROW_KINDS.filter((each) => list.some(({ what }) => what === each));
  return (
    <>
      <Group justify="space-between" align="end" mt="sm">
        <NativeSelect
          size="xs"
          label={t('intake:report.filter')}
          value={kind ?? ''}
          onChange={(event) =>
            setKind(present.find((each) => each === event.currentTarget.value) ?? null)
          }
          data={[
            { value: '', label: `${t('intake:report.all')} (${String(list.length)})` },
            ...present.map((each) => ({
              value: each,
              label: `${t(`intake:report.${each}`)} (${String(list.filter(({ what }) => what === each).length)})`,
            })),
          ]}
        />
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => downloadCsv('import-report', columns, rows)}
        >
          {t('ui:export')}
        </Button>
      </Group>
      {rows.length > MOST_SHOWN && (
        <Text size="sm" mt="xs">
          {t('intake:report.first', { count: MOST_SHOWN })}
        </Text>
      )}
      <DataTable
        caption={t('intake:report.table')}
        rows={rows.slice(0, MOST_SHOWN)}
        columns={columns}
        rowKey={({ row, what }) => `${String(row)} ${what}`}
      />
    </>
  );
}

function useWords(): (row: ReportRow) => string {
  const { t } = useTranslation();
  return ({ what, field, codes }) => {
    if (what === 'duplicate') return t('intake:report.duplicateAbout');
    if (what === 'refused') return t('intake:report.refusedAbout');
    if (field === null) return codes.map((code) => t(`intake:warning.${code}`)).join(', ');
    return `${t(`intake:path.${field}`)}: ${t(`intake:problem.${codes[0] ?? ''}`)}`;
  };
}
