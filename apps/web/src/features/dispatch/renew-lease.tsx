import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActButton } from '../../ui/act-button';
import { toast } from '../../ui/toast';
import { RenewTaskDocument } from './mine.documents';
import type { OwnTask } from './my-tasks-page-types';

/** More time for the work; the server says how often. */
export function RenewLease({
  task,
  changed,
}: {
  readonly task: OwnTask;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const renewing = useAct(RenewTaskDocument);
  const input = { taskId: task.id, version: task.version };
  const done = (): void => {
    toast(t('dispatch:mine.renewed'));
    changed();
  };
  return (
    <ActButton
      variant="default"
      size="md"
      fullWidth
      act={() => renewing.run({ input })}
      done={done}
    >
      {t('dispatch:mine.renew')}
    </ActButton>
  );
}
