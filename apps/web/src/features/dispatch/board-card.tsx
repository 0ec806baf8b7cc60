import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { DueClock } from '../../ui/time';
import { ClaimTaskDocument, type TaskBoardQuery } from './board.documents';
import { HELD } from './states';
import { TaskFacts } from './task-facts';

type BoardTask = TaskBoardQuery['taskBoard']['edges'][number]['node'];

/** Refusals that mean that somebody was quicker. */
const LOST: readonly string[] = ['TAKEN', 'NOT_ASKED'];

/** One task as everybody asked sees it, and the one big button. */
export function BoardCard({
  task,
  taken,
  lost,
}: {
  readonly task: BoardTask;
  readonly taken: (id: string) => void;
  readonly lost: (kind: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const claiming = useAct(ClaimTaskDocument);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const { id, kind } = task;
  const take = async (): Promise<void> => {
    const answer = await claiming.run({ input: { taskId: id } });
    if (answer.kind === 'DONE') return taken(id);
    if (answer.kind === 'REFUSED') {
      const { reason = '', presentState = '', __typename } = answer.refusal;
      // An earlier try got through and its answer did not: it is mine.
      if (HELD.some((state) => state === presentState)) return taken(id);
      if (LOST.includes(reason) || __typename === 'NotFound' || __typename === 'WrongState')
        return lost(kind);
    }
    return setOutcome(answer);
  };
  return (
    <Card withBorder component="li" padding="md">
      <Group justify="space-between" wrap="nowrap" align="start" mb={4}>
        <Title order={2} size="h4">
          {t(`dispatch:kind.${kind}`)}
        </Title>
        <Text size="sm" component="div" className="clock">
          <DueClock dueAt={task.dueAt} />
        </Text>
      </Group>
      {task.priority === 'P0' && (
        <Text size="sm" fw={600} className="urgent">
          {t('dispatch:board.urgent')}
        </Text>
      )}
      <TaskFacts task={task} />
      {task.carriesPersonalData && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('dispatch:board.sealed')}
        </Text>
      )}
      <Button fullWidth size="lg" mt="md" loading={claiming.isRunning} onClick={() => void take()}>
        {t('dispatch:board.take')}
      </Button>
      <OutcomeAlert outcome={outcome} />
    </Card>
  );
}
