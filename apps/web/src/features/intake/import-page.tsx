import './intake.css';
import { Anchor, Button, FileInput, Group, Progress, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ActOutcome } from '../../api/use-act';
import { useMe } from '../../session/session';
import { PageFrame } from '../../ui/page-frame';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { useNow } from '../../ui/time';
import { ImportReportView } from './import-report';
import { sendExport, type ImportReport } from './send-export';

interface Run {
  readonly isPreview: boolean;
  readonly startedAt: number;
}

/** Takes in an export of the form: first a preview that writes nothing, then the import with its report. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { screener } = useMe();
  const [file, setFile] = useState<File | null>(null);
  const [run, setRun] = useState<Run | null>(null);
  const [outcome, setOutcome] = useState<ActOutcome<ImportReport> | null>(null);
  const [wasPreview, setWasPreview] = useState(true);

  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setOutcome(null);
  };
  const send = async (isPreview: boolean): Promise<void> => {
    if (file === null) return;
    setRun({ isPreview, startedAt: Date.now() });
    setOutcome(null);
    const answer = await sendExport(file, isPreview);
    setRun(null);
    setWasPreview(isPreview);
    setOutcome(answer);
  };
  const report = outcome?.kind === 'DONE' ? outcome.done : null;
  const isPreviewed = report !== null && wasPreview;
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
            onChange={choose}
            clearable
            w={320}
            maw="100%"
          />
          <Button
            variant={isPreviewed ? 'default' : 'filled'}
            disabled={file === null || run !== null}
            onClick={() => void send(true)}
          >
            {t('intake:import.preview')}
          </Button>
          {isPreviewed && (
            <Button disabled={run !== null} onClick={() => void send(false)}>
              {t('intake:import.run', {
                count: report.accepted + report.toCorrect.length + report.corrected,
              })}
            </Button>
          )}
        </Group>
        {run !== null && <Running run={run} />}
        <OutcomeAlert outcome={outcome} />
        {report !== null && <ImportReportView report={report} isPreview={wasPreview} />}
      </Stack>
    </PageFrame>
  );
}

/** How long it runs already; how far it is, the server says only at the end. */
function Running({ run }: { readonly run: Run }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(1000);
  const seconds = Math.max(0, Math.round((now - run.startedAt) / 1000));
  return (
    <div role="status">
      <Text size="sm" mb={4}>
        {t(run.isPreview ? 'intake:import.previewing' : 'intake:import.running', {
          count: seconds,
        })}
      </Text>
      <Progress value={100} animated aria-label={t('intake:import.progress')} />
      {!run.isPreview && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('intake:import.mayLeave')}
        </Text>
      )}
    </div>
  );
}
