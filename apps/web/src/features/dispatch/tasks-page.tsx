import './dispatch.css';
import { Button, Chip, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { useKeys } from '../../ui/keys';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { DeskTasksDocument, type TaskState } from './desk.documents';
import { DraftTask } from './draft-task';
import { TaskDetail } from './task-detail';
import { TaskRow } from './task-row';
import { useMay } from '../../ui/may';

const PAGE = 50;
/** A word in the place of an id: the form for a new task beside the list. */
const NEW = 'new';

/** Tasks by what they wait for. */
const VIEWS = {
  RUNNING: [
    'DRAFT',
    'CLEARED',
    'OPEN',
    'RETURNED_TO_POOL',
    'CLAIMED',
    'ACCEPTED',
    'IN_PROGRESS',
    'REPORTED',
  ],
  CLEAR: ['DRAFT', 'CLEARED'],
  LOOKING: ['OPEN', 'RETURNED_TO_POOL'],
  HELD: ['CLAIMED', 'ACCEPTED', 'IN_PROGRESS'],
  VERIFY: ['REPORTED'],
  ENDED: ['VERIFIED', 'EXPIRED', 'CANCELLED', 'FAILED', 'ABORTED_UNSAFE'],
} as const satisfies Readonly<Record<string, readonly TaskState[]>>;
type View = keyof typeof VIEWS;
const VIEW_NAMES = Object.keys(VIEWS) as View[];

/** The tasks of the desk, the most urgent first. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const may = useMay();
  const [view, setView] = useState<View>('RUNNING');
  const mayDraft = may('draftTask');
  const pages = usePages({
    document: DeskTasksDocument,
    variables: (after) => ({ input: { first: PAGE, after, states: [...VIEWS[view]] } }),
    pick: ({ tasks }) => tasks,
    topics: ['task'],
  });
  const draft = (): void => void navigate(`/tasks/${NEW}`);
  useKeys(mayDraft ? { n: draft } : {});
  const count = pages.nodes.length;
  return (
    <SplitList
      label={t('dispatch:desk.title')}
      pages={pages}
      path="/tasks"
      openId={id}
      head={
        <div className="list-head">
          <Text size="sm" fw={600} role="status">
            {t(pages.hasMore ? 'dispatch:desk.countMore' : 'dispatch:desk.count', { count })}
          </Text>
          <Chip.Group
            value={view}
            onChange={(next) => setView(VIEW_NAMES.find((each) => each === next) ?? view)}
          >
            <Group gap={6}>
              {VIEW_NAMES.map((name) => (
                <Chip key={name} size="xs" value={name}>
                  {t(`dispatch:view.${name}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          {mayDraft && (
            <Button size="xs" onClick={draft} title="n">
              {t('dispatch:desk.draft')}
            </Button>
          )}
        </div>
      }
      row={(task) => <TaskRow task={task} />}
      empty={<Empty title={t('dispatch:desk.empty')}>{t(`dispatch:viewEmpty.${view}`)}</Empty>}
    >
      {id === NEW
        ? mayDraft && <DraftTask drafted={(taskId) => void navigate(`/tasks/${taskId}`)} />
        : id !== null && <TaskDetail key={id} taskId={id} />}
    </SplitList>
  );
}
