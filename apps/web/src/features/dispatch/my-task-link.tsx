import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DueClock } from '../../ui/time';
import type { OwnTask } from './my-tasks-page-types';

/** One of my tasks: what it is, how far it is, and how long it is mine. */
export function MyTaskLink({ task }: { readonly task: OwnTask }): ReactNode {
  const { t } = useTranslation();
  return (
    <li>
      <Link to={`/my-tasks/${task.id}`} className="task-link">
        <span className="strong">{t(`dispatch:kind.${task.kind}`)}</span>
        <span className="task-link-end">
          <span>{t(`dispatch:state.${task.state}`)}</span>
          {task.leaseUntil !== null && <DueClock dueAt={task.leaseUntil} />}
        </span>
      </Link>
    </li>
  );
}
