import {
  Button,
  Collapse,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../ui/act-dialog';
import type { OwnTask } from './my-tasks-page-types';
import { sendReport, type Outcome, type Report } from './report-queue';
import { READABLE } from './states';
import { Unsent } from './unsent-note';

const NOTE_LENGTH = 2000;
const MOST_MINUTES = 10_080;
const PLAIN = ['DONE', 'PARTLY', 'FAILED'] as const satisfies readonly Outcome[];

/** What became of it, one tap each. Unsafe stands apart: it calls security. */
export function TaskReport({
  task,
  report,
}: {
  readonly task: OwnTask;
  /** What was said already and has not got through. */
  readonly report: Report | null;
}): ReactNode {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [hasMore, setMore] = useState(false);
  const [isAlarming, setAlarming] = useState(false);
  const say = (outcome: Outcome): void => {
    const words = note.trim();
    const more = { spentMinutes: minutes, note: words === '' ? null : words };
    sendReport({ taskId: task.id, outcome, ...more });
  };
  const isReadable = READABLE.includes(task.state);
  const isUnsaid = report === null || report.state === 'REFUSED';
  return (
    <section aria-labelledby="report">
      <Title order={2} size="h5" id="report" mb="xs">
        {t(isReadable ? 'dispatch:report.title' : 'dispatch:report.danger')}
      </Title>
      {report !== null && <Unsent report={report} />}
      {isReadable && isUnsaid && (
        <>
          <Button variant="subtle" px={0} aria-expanded={hasMore} onClick={() => setMore(!hasMore)}>
            {t('dispatch:report.more')}
          </Button>
          <Collapse expanded={hasMore}>
            <Stack gap="xs" mb="sm">
              <NumberInput
                size="md"
                label={t('dispatch:report.minutes')}
                min={0}
                max={MOST_MINUTES}
                allowDecimal={false}
                allowNegative={false}
                value={minutes ?? ''}
                onChange={(value) => setMinutes(typeof value === 'number' ? value : null)}
              />
              <Textarea
                size="md"
                label={t('dispatch:report.note')}
                description={t('dispatch:report.noteAbout')}
                autosize
                minRows={2}
                maxLength={NOTE_LENGTH}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            </Stack>
          </Collapse>
          <SimpleGrid cols={3} spacing="xs" className="report-buttons">
            {PLAIN.map((outcome) => (
              <Button
                key={outcome}
                size="lg"
                px={4}
                variant={outcome === 'DONE' ? 'filled' : 'default'}
                onClick={() => say(outcome)}
              >
                {t(`dispatch:outcome.${outcome}`)}
              </Button>
            ))}
          </SimpleGrid>
          <Text size="xs" c="dimmed" mt={4}>
            {t('dispatch:report.closes')}
          </Text>
        </>
      )}
      <Button
        size="lg"
        fullWidth
        mt="sm"
        color="red"
        variant="outline"
        onClick={() => setAlarming(true)}
      >
        {t('dispatch:outcome.UNSAFE')}
      </Button>
      <ActDialog
        title={t('dispatch:report.unsafeTitle')}
        about={t('dispatch:report.unsafeAbout')}
        confirm={t('dispatch:report.unsafeConfirm')}
        isGrave
        isOpen={isAlarming}
        close={() => setAlarming(false)}
        act={() => {
          say('UNSAFE');
          return Promise.resolve({ kind: 'DONE', done: null });
        }}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {t('dispatch:report.unsafeAbout')}
      </Text>
    </section>
  );
}
