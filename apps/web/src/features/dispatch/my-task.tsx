import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../api/use-act';
import { ActButton } from '../../ui/act-button';
import { useKeys } from '../../ui/keys';
import { HandBack } from './hand-back';
import { LeaseRing } from './lease-ring';
import { AcceptTaskDocument, StartTaskDocument } from './mine.documents';
import type { OwnTask } from './my-tasks-page-types';
import { RenewLease } from './renew-lease';
import { HELD, READABLE } from './states';
import { TaskDetails } from './task-details';
import { TaskFacts } from './task-facts';
import { TaskReport } from './task-report';
import { TaskTalk } from './task-talk';
import { UnsentNote } from './unsent-note';
import { useReports } from './use-reports';
import { formatShort } from './words';
import { useWholeLease } from './whole-lease';

/** One task in my hands: how long, what it is about, and what became of it. */
export function MyTask({
  task,
  changed,
}: {
  readonly task: OwnTask;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [isFresh, setFresh] = useState(false);
  const report = useReports().find(({ taskId }) => taskId === task.id);
  const accepting = useAct(AcceptTaskDocument);
  const starting = useAct(StartTaskDocument);
  const wholeMs = useWholeLease(task);
  const { id: taskId, version, state, leaseUntil } = task;
  const isHeld = HELD.some((held) => held === state);
  const isReadable = READABLE.includes(state);
  const input = { taskId, version };
  const accept = async () => {
    const answer = await accepting.run({ input });
    // An earlier try may have got through without its answer: what is shown must be what is.
    if (answer.kind !== 'DONE') changed();
    return answer;
  };
  const accepted = (): void => {
    setFresh(true);
    changed();
  };
  useKeys(
    state === 'CLAIMED'
      ? {
          a: () => void accept().then(({ kind }) => kind === 'DONE' && accepted()),
        }
      : {},
  );
  return (
    <div className="page-frame narrow">
      <Link to="/my-tasks" className="back">
        {t('dispatch:mine.back')}
      </Link>
      <UnsentNote except={task.id} />
      <Title order={1} size="h3">
        {t(`dispatch:kind.${task.kind}`)}
      </Title>
      <Text size="sm" fw={600} mb="sm">
        {report?.state === 'SENT' ? t('dispatch:mine.thanks') : t(`dispatch:stateAbout.${state}`)}
      </Text>
      <Stack gap="lg">
        {leaseUntil !== null && isHeld && (
          <LeaseRing
            until={leaseUntil}
            wholeMs={wholeMs}
            label={t(state === 'CLAIMED' ? 'dispatch:lease.accept' : 'dispatch:lease.report', {
              when: formatShort(leaseUntil),
            })}
          />
        )}
        {state === 'CLAIMED' && (
          <div className="thumb">
            <ActButton size="lg" fullWidth act={accept} done={accepted}>
              {t('dispatch:mine.accept')} <kbd>a</kbd>
            </ActButton>
          </div>
        )}
        {isReadable && <TaskDetails taskId={taskId} opensAtOnce={isFresh} />}
        <TaskFacts task={task} />
        {isHeld && report?.state !== 'SENT' && (
          <>
            {state === 'ACCEPTED' && (
              <ActButton
                variant="default"
                fullWidth
                size="md"
                act={() => starting.run({ input })}
                done={changed}
              >
                {t('dispatch:mine.start')}
              </ActButton>
            )}
            <TaskReport task={task} report={report ?? null} />
            <Group grow align="start">
              {isReadable && <RenewLease task={task} changed={changed} />}
              <HandBack task={task} />
            </Group>
          </>
        )}
        {isReadable && <TaskTalk taskId={taskId} mode="ASK" />}
        {!isHeld && (
          <Button component={Link} to="/board" variant="default" size="md">
            {t('dispatch:mine.toBoard')}
          </Button>
        )}
      </Stack>
    </div>
  );
}
