import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/api-context';
import { isRefusal } from '../../api/outcome';
import { presentLanguage } from '../../i18n/i18n';
import { FundReportFileDocument } from './grants.documents';

const FORMATS = ['PDF', 'CSV'] as const;

interface ReportFilesProps {
  readonly fundId: string;
  /** Months, YYYY-MM; empty: the server's choice. */
  readonly from?: string;
  readonly to?: string;
}

/** Saves the report of a fund in the language of the page. It is made anew each time and kept nowhere. */
export function ReportFiles({ fundId, from = '', to = '' }: ReportFilesProps): ReactNode {
  const { t } = useTranslation();
  const { desk } = useApi();
  const [running, setRunning] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const save = async (format: string): Promise<void> => {
    setRunning(format);
    setFailed(false);
    const period = { from: from === '' ? null : from, to: to === '' ? null : to };
    const input = { fundId, ...period, format, language: presentLanguage() };
    const { data } = await desk
      .query(FundReportFileDocument, { input }, { requestPolicy: 'network-only' })
      .toPromise();
    setRunning(null);
    const file = data?.fundReportFile;
    if (file === undefined || isRefusal(file)) return setFailed(true);
    saveFile(file);
    return undefined;
  };
  return (
    <div role="group" aria-label={t('funding:download.title')}>
      <Group gap="xs">
        {FORMATS.map((format) => (
          <Button
            key={format}
            size="sm"
            variant="default"
            loading={running === format}
            disabled={running !== null}
            onClick={() => void save(format)}
          >
            {t(`funding:download.${format === 'PDF' ? 'pdf' : 'csv'}`)}
          </Button>
        ))}
      </Group>
      {hasFailed && (
        <Text size="sm" role="alert" mt={4}>
          {t('funding:download.failed')}
        </Text>
      )}
    </div>
  );
}

function saveFile(file: {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}): void {
  const bytes = Uint8Array.from(atob(file.content), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
  Object.assign(document.createElement('a'), { href: address, download: file.name }).click();
  URL.revokeObjectURL(address);
}
