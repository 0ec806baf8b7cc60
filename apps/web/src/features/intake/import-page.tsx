import './intake.css';
import { Anchor, Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useMe } from '../../session/session';
import { PageFrame } from '../../ui/page-frame';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { ImportList } from './import-list';
import { ImportProgress } from './import-progress';
import { ImportReportView } from './import-report';
import { reportOf } from './import-rows';
import { forgetImport, startImport, useImportRun } from './import-run';
import { OpenedImport } from './opened-import';
import { useImports } from './use-imports';

/** Takes in an export of the form: first a preview that writes nothing, then the import with its report. */
export function Page(): ReactNode {
  const { id = null } = useParams();
  return id === null ? <TakeIn /> : <OpenedImport key={id} importId={id} />;
}

function TakeIn(): ReactNode {
  const { t } = useTranslation();
  const { screener } = useMe();
  const run = useImportRun();
  const [chosen, setFile] = useState<File | null>(null);
  const file = chosen ?? run?.file ?? null;
  const isRunning = run !== null && run.outcome === null;
  const { pages, running } = useImports(isRunning && !run.isPreview);
  const report = run?.outcome?.kind === 'DONE' ? run.outcome.done : null;
  const isPreviewed = report !== null && run?.isPreview === true;
  const send = (isPreview: boolean): void => {
    if (file !== null) void startImport(file, isPreview).then(pages.refresh);
  };
  return (
    <PageFrame
      title={t('intake:import.title')}
      acts={
        screener && (
          <Anchor size="sm" component={Link} to="/inbox">
            {t('intake:keys.toInbox')}
          </Anchor>
        )
      }
    >
      <Stack gap="lg">
        <Text size="sm" maw={640}>
          {t('intake:import.about')}
        </Text>
        <Group align="end" gap="sm">
          <FileInput
            label={t('intake:import.file')}
            description={t('intake:import.fileAbout')}
            placeholder={t('intake:import.choose')}
            accept=".csv,.xlsx"
            value={file}
            onChange={(next) => {
              setFile(next);
              forgetImport();
            }}
            disabled={isRunning}
            clearable
            w={320}
            maw="100%"
          />
          <Button
            variant={isPreviewed ? 'default' : 'filled'}
            disabled={file === null || isRunning}
            onClick={() => send(true)}
          >
            {t('intake:import.preview')}
          </Button>
          {isPreviewed && (
            <Button disabled={isRunning} onClick={() => send(false)}>
              {t('intake:import.run', {
                count: report.accepted + report.toCorrect.length + report.corrected,
              })}
            </Button>
          )}
        </Group>
        {isRunning && <ImportProgress run={run} reading={running} />}
        <OutcomeAlert outcome={run?.outcome ?? null} />
        {report !== null && run !== null && (
          <ImportReportView report={reportOf(report)} isPreview={run.isPreview} />
        )}
        <ImportList pages={pages} />
      </Stack>
    </PageFrame>
  );
}
