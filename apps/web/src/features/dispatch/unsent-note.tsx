import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../../ui/refusal-alert';
import { useNow } from '../../ui/time';
import { forgetReport, sendWaiting, takeBack, type Report } from './report-queue';
import { useReports, useSpeaker } from './use-reports';

const SECOND_MS = 1000;

/** Reports that the desk does not have: said as it is, on every page of a volunteer. */
export function UnsentNote({
  except,
}: {
  /** A task that says it itself. */
  readonly except?: string;
}): ReactNode {
  useSpeaker();
  const unsent = useReports().filter(({ state, taskId }) => state !== 'SENT' && taskId !== except);
  if (unsent.length === 0) return null;
  return (
    <Stack gap="xs" mb="md">
      {unsent.map((report) => (
        <Unsent key={report.taskId} report={report} />
      ))}
    </Stack>
  );
}

/** One report that waits, is on its way, or was refused. */
export function Unsent({ report }: { readonly report: Report }): ReactNode {
  const { t } = useTranslation();
  const { outcome, state, refusal, taskId } = report;
  const what = t(`dispatch:outcome.${outcome}`);
  if (state === 'HELD') return <Held report={report} />;
  if (state === 'REFUSED') {
    return (
      <Alert
        color="orange"
        variant="light"
        role="alert"
        title={t('dispatch:unsent.refused', { what })}
      >
        <Text size="sm" mb="xs">
          {refusal === null ? t('dispatch:unsent.notYours') : refusalText(refusal)}
        </Text>
        <Button size="sm" variant="default" onClick={() => forgetReport(taskId)}>
          {t('dispatch:unsent.read')}
        </Button>
      </Alert>
    );
  }
  const title = state === 'SENDING' ? 'dispatch:unsent.sending' : 'dispatch:unsent.waiting';
  return (
    <Alert color="orange" variant="light" role="status" title={t(title, { what })}>
      <Group justify="space-between" align="end">
        <Text size="sm" maw={340}>
          {t('dispatch:unsent.about')}
        </Text>
        <Button size="sm" variant="default" loading={state === 'SENDING'} onClick={sendWaiting}>
          {t('dispatch:unsent.now')}
        </Button>
      </Group>
    </Alert>
  );
}

/** The moment in which a tap can be taken back. */
function Held({ report }: { readonly report: Report }): ReactNode {
  const { t } = useTranslation();
  const left = Math.max(0, report.leavesAt - useNow(SECOND_MS));
  const what = t(`dispatch:outcome.${report.outcome}`);
  return (
    <Alert variant="light" role="status" title={t('dispatch:unsent.held', { what })}>
      <Group justify="space-between">
        <Text size="sm" aria-hidden>
          {t('dispatch:unsent.leaves', { count: Math.ceil(left / SECOND_MS) })}
        </Text>
        <Button size="md" variant="default" onClick={() => takeBack(report.taskId)} autoFocus>
          {t('dispatch:unsent.takeBack')}
        </Button>
      </Group>
    </Alert>
  );
}
