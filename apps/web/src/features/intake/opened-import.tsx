import './intake.css';
import { Stack, Text } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { PageFrame } from '../../ui/page-frame';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { formatMoment, useNow } from '../../ui/time';
import { ImportReportView } from './import-report';
import { RowsRead } from './import-progress';
import { keptReportOf } from './import-rows';
import { IntakeImportDocument } from './import.documents';
import { isStopped } from './use-imports';

const ASK_AGAIN_MS = 1_000;

/** One file: how far it is, and afterwards what became of its rows. */
export function OpenedImport({ importId }: { readonly importId: string }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { data, failure, refresh } = useRead(IntakeImportDocument, { input: { importId } });
  const found = data?.intakeImport;
  const reading = found === undefined || isRefusal(found) ? null : found;
  const counted = reading === null ? null : { ...reading, toCorrect: reading.rowsToCorrect.length };
  const line = counted === null ? null : { ...counted, duplicates: counted.duplicateRows.length };
  const hasStopped = line !== null && isStopped({ ...line, __typename: 'IntakeImport' }, now);
  const isGoing = line?.state === 'RUNNING' && !hasStopped;
  useEffect(() => {
    if (!isGoing) return undefined;
    const timer = setInterval(refresh, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isGoing, refresh]);
  if (found === undefined) {
    return failure === null ? <Waiting /> : <Failed failure={failure} retry={refresh} />;
  }
  if (reading === null || line === null) return <NotHere />;
  const who = reading.startedBy?.displayName ?? t('intake:import.operator');
  return (
    <PageFrame
      title={t('intake:import.one')}
      acts={<Link to="/inbox-import">{t('intake:import.back')}</Link>}
    >
      <Stack gap="lg">
        <Text size="sm">
          {formatMoment(reading.startedAt)} · {who}
        </Text>
        {reading.state === 'FINISHED' ? (
          <>
            <ImportReportView report={keptReportOf(reading)} isPreview={false} />
            {reading.refused > 0 && (
              <Text size="sm" c="dimmed">
                {t('intake:report.nothingKept')}
              </Text>
            )}
          </>
        ) : (
          <>
            {hasStopped && <Text size="sm">{t('intake:import.stopped')}</Text>}
            <RowsRead reading={{ ...line, __typename: 'IntakeImport' }} />
          </>
        )}
      </Stack>
    </PageFrame>
  );
}
