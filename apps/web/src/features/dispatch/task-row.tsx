import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DueClock } from '../../ui/time';
import type { DeskTasksQuery } from './desk.documents';
import { PAST } from './states';
import { countryName } from '../../ui/names';

const OVER: readonly string[] = PAST;

/** One row: how urgent, what, where, until when, whose, how far, and whether somebody asks. */
export function TaskRow({
  task,
}: {
  readonly task: DeskTasksQuery['tasks']['edges'][number]['node'];
}): ReactNode {
  const { t } = useTranslation();
  const { country, holder, openQuestions } = task;
  return (
    <>
      <span className="task-priority strong">{task.priority}</span>
      <span className="task-kind strong">
        {t(`dispatch:kind.${task.kind}`)}
        {openQuestions > 0 && ` · ${t('dispatch:desk.questions', { count: openQuestions })}`}
      </span>
      <span className="task-place quiet">
        {country === null ? t('dispatch:facts.fromHome') : countryName(country)}
      </span>
      <span className="task-holder">{holder?.displayName ?? ''}</span>
      <span className="task-state">{t(`dispatch:state.${task.state}`)}</span>
      <span className="task-clock">
        {/* What is over is not late any more. */}
        {!OVER.includes(task.state) && <DueClock dueAt={task.leaseUntil ?? task.dueAt} />}
      </span>
    </>
  );
}
