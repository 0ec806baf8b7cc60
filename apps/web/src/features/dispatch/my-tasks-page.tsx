import './dispatch.css';
import { Anchor, Button, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { usePages, type Pages } from '../../api/use-pages';
import { useKeys } from '../../ui/keys';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { MyTasksDocument, type TaskState } from './mine.documents';
import { MyTaskLink } from './my-task-link';
import { OpenedTask } from './opened-task';
import { MINE, PAST } from './states';
import { UnsentNote } from './unsent-note';
import { useSentReports } from './use-reports';
import type { OwnTask } from './my-tasks-page-types';

const PAGE = 25;

function useMine(states: readonly TaskState[]): Pages<OwnTask> {
  return usePages({
    document: MyTasksDocument,
    variables: (after) => ({ input: { first: PAGE, after, states: [...states] } }),
    pick: ({ myTasks }) => myTasks,
    topics: ['task'],
  });
}

/** What I have in hand, and had; or one of them. */
export function Page(): ReactNode {
  const { id = null } = useParams();
  const navigate = useNavigate();
  useKeys({ Escape: () => id !== null && void navigate('/my-tasks') });
  return id === null ? <MyTasks /> : <OpenedTask key={id} taskId={id} />;
}

function MyTasks(): ReactNode {
  const { t } = useTranslation();
  const mine = useMine(MINE);
  const past = useMine(PAST);
  useSentReports(() => {
    mine.refresh();
    past.refresh();
  });
  const { nodes } = mine;
  return (
    <PageFrame title={t('dispatch:mine.title')}>
      <div className="narrow">
        <UnsentNote />
        {mine.failure !== null && <Failed failure={mine.failure} retry={mine.refresh} />}
        {nodes.length > 0 ? (
          <TaskLinks tasks={nodes} />
        ) : mine.isLoading ? (
          <Waiting rows={3} />
        ) : (
          mine.failure === null && (
            <Empty title={t('dispatch:mine.empty')}>
              {t('dispatch:mine.emptyAbout')}{' '}
              <Anchor component={Link} to="/board">
                {t('dispatch:mine.toBoard')}
              </Anchor>
            </Empty>
          )
        )}
        {past.nodes.length > 0 && (
          <section aria-labelledby="past">
            <Title order={2} size="h5" id="past" mt="xl" mb="xs">
              {t('dispatch:mine.past')}
            </Title>
            <TaskLinks tasks={past.nodes} />
            {past.hasMore && (
              <Button variant="default" fullWidth mt="md" onClick={past.loadMore}>
                {t('dispatch:more')}
              </Button>
            )}
          </section>
        )}
      </div>
    </PageFrame>
  );
}

function TaskLinks({ tasks }: { readonly tasks: readonly OwnTask[] }): ReactNode {
  return (
    <Stack gap="xs" component="ul" className="cards">
      {tasks.map((task) => (
        <MyTaskLink key={task.id} task={task} />
      ))}
    </Stack>
  );
}
