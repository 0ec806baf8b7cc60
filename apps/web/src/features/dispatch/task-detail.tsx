import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { Facts } from '../../ui/facts';
import { Reveal } from '../../ui/reveal';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { DueClock, formatMoment } from '../../ui/time';
import { DeskTaskDocument } from './desk.documents';
import { TaskActs } from './task-acts';
import { TaskFacts } from './task-facts';
import { TaskTalk } from './task-talk';
import { useMay } from '../../ui/may';
import { formatMinutes, formatShort } from './words';
import { OpenTaskDetailsDocument } from './words.documents';
import type { OpenedTask } from './task-detail-types';

/** States in which the details are still there for the desk. */
const WITH_DETAILS: readonly string[] = [
  ...(['DRAFT', 'CLEARED', 'OPEN', 'RETURNED_TO_POOL'] as const),
  ...(['CLAIMED', 'ACCEPTED', 'IN_PROGRESS'] as const),
];

/** One task beside the list: what can be done with it, what it asks for, what is said, what happened. */
export function TaskDetail({ taskId }: { readonly taskId: string }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const reading = useRead(DeskTaskDocument, { input: { taskId } }, { topics: ['task'] });
  const opening = useAct(OpenTaskDetailsDocument, { isSealed: true });
  const task = reading.data?.task;
  if (task === undefined) {
    return reading.failure === null ? (
      <Waiting rows={8} />
    ) : (
      <Failed failure={reading.failure} retry={reading.refresh} />
    );
  }
  if (isRefusal(task)) return <NotHere />;
  return (
    <Stack gap="lg">
      <header>
        <Title order={2} size="h4">
          {t(`dispatch:kind.${task.kind}`)}
        </Title>
        <Group gap="sm">
          <Text size="sm" fw={600}>
            {t(`dispatch:state.${task.state}`)}
          </Text>
          <Text size="sm">{task.priority}</Text>
          <DueClock dueAt={task.dueAt} />
        </Group>
      </header>
      <TaskActs task={task} changed={reading.refresh} />
      <Standing task={task} />
      <TaskFacts task={task} />
      {WITH_DETAILS.includes(task.state) && (
        <Reveal
          what={t('dispatch:details.title')}
          who={t('dispatch:details.deskWho')}
          purposes={[{ value: 'TASK', label: '' }]}
          open={() => opening.run({ input: { taskId } })}
        >
          {({ what, place, contact }) => (
            <Facts
              pairs={[
                [t('dispatch:details.what'), <span className="words">{what}</span>],
                [t('dispatch:details.place'), place],
                [t('dispatch:details.contact'), contact],
              ]}
            />
          )}
        </Reveal>
      )}
      {may('answerQuestion') && <TaskTalk taskId={taskId} mode="ANSWER" />}
      {task.history.length > 0 && <History task={task} />}
    </Stack>
  );
}

function Standing({ task }: { readonly task: OpenedTask }): ReactNode {
  const { t } = useTranslation();
  const { holder, leaseUntil, outcome, spentMinutes, needId, ring } = task;
  return (
    <Facts
      pairs={[
        [t('dispatch:desk.holder'), holder?.displayName ?? t('dispatch:desk.nobody')],
        [t('dispatch:desk.lease'), leaseUntil === null ? null : formatShort(leaseUntil)],
        [t('dispatch:desk.outcome'), outcome === null ? null : t(`dispatch:outcome.${outcome}`)],
        [t('dispatch:desk.spent'), spentMinutes === null ? null : formatMinutes(spentMinutes)],
        [t('dispatch:desk.rings'), ring === 0 ? null : String(ring)],
        [
          t('dispatch:desk.origin'),
          needId === null ? (
            t(`dispatch:origin.${task.origin}`)
          ) : (
            <Anchor component={Link} to={`/queue/${needId}`} size="sm">
              {t('dispatch:origin.NEED')}
            </Anchor>
          ),
        ],
      ]}
    />
  );
}

function History({ task }: { readonly task: OpenedTask }): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="history">
      <Title order={3} size="h6" id="history">
        {t('dispatch:desk.history')}
      </Title>
      <ol className="talk">
        {task.history.map(({ transition, madeAt, madeBy, reason }) => (
          <li key={madeAt + transition}>
            <Text size="sm">
              {t(`dispatch:step.${transition}`)}
              {reasonText(t, transition, reason)}
            </Text>
            <Text size="xs" c="dimmed">
              {formatMoment(madeAt)}
              {madeBy === null && ` · ${t('dispatch:desk.byItself')}`}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Only these steps come with a reason that somebody chose. */
function reasonText(t: (key: string) => string, transition: string, reason: string | null): string {
  if (reason === null) return '';
  if (transition === 'HAND_BACK') return `: ${t(`dispatch:handBackReason.${reason}`)}`;
  return transition === 'CANCEL' ? `: ${t(`dispatch:cancelReason.${reason}`)}` : '';
}
