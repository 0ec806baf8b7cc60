import { Button, Group, Select, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMe } from '../../session/session';
import { ActButton } from '../../ui/act-button';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import {
  CancelTaskDocument,
  ClearTaskDocument,
  OpenTaskDocument,
  VerifyTaskDocument,
  WidenTaskDocument,
} from './desk.documents';
import { CANCEL_REASONS } from './states';
import type { OpenedTask } from './task-detail-types';
import { useMay } from '../../ui/may';

const BEFORE_REPORT: readonly string[] = [
  ...(['DRAFT', 'CLEARED', 'OPEN', 'RETURNED_TO_POOL'] as const),
  ...(['CLAIMED', 'ACCEPTED', 'IN_PROGRESS'] as const),
];

interface ActsProps {
  readonly task: OpenedTask;
  readonly changed: () => void;
}

/** What the desk can do with a task in its present state. */
export function TaskActs({ task, changed }: ActsProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { roles } = useMe();
  const clearing = useAct(ClearTaskDocument);
  const opening = useAct(OpenTaskDocument);
  const widening = useAct(WidenTaskDocument);
  const { id: taskId, state, version } = task;
  const input = { taskId, version };
  const said = (key: string) => (): void => {
    toast(key);
    changed();
  };
  const isMineToClear = !task.carriesPersonalData || roles.includes('SECURITY_OFFICER');
  const isLooking = state === 'OPEN' || state === 'RETURNED_TO_POOL';
  return (
    <Group gap="xs" align="start">
      {state === 'DRAFT' && !isMineToClear && may('clearTask') && (
        <Text size="sm">{t('dispatch:act.securityClears')}</Text>
      )}
      {state === 'DRAFT' && isMineToClear && may('clearTask') && (
        <ActButton
          size="sm"
          act={() => clearing.run({ input })}
          done={said(t('dispatch:act.cleared'))}
        >
          {t('dispatch:act.clear')}
        </ActButton>
      )}
      {state === 'CLEARED' && may('openTask') && (
        <ActButton
          size="sm"
          act={() => opening.run({ input })}
          done={said(t('dispatch:act.opened'))}
        >
          {t('dispatch:act.open')}
        </ActButton>
      )}
      {isLooking && may('widenTask') && (
        <ActButton
          size="sm"
          act={() => widening.run({ input })}
          done={said(t('dispatch:act.widened'))}
        >
          {t('dispatch:act.widen')}
        </ActButton>
      )}
      {state === 'REPORTED' && may('verifyTask') && <Verify task={task} changed={changed} />}
      {BEFORE_REPORT.includes(state) && may('cancelTask') && (
        <Cancel task={task} changed={changed} />
      )}
    </Group>
  );
}

function Verify({ task, changed }: ActsProps): ReactNode {
  const { t } = useTranslation();
  const verifying = useAct(VerifyTaskDocument);
  const verify = (isDone: boolean) => () =>
    verifying.run({ input: { taskId: task.id, version: task.version, isDone } });
  return (
    <>
      {task.outcome !== 'FAILED' && (
        <ActButton size="sm" act={verify(true)} done={changed}>
          {t('dispatch:act.verify')}
        </ActButton>
      )}
      <ActButton size="sm" variant="default" act={verify(false)} done={changed}>
        {t('dispatch:act.notDone')}
      </ActButton>
    </>
  );
}

function Cancel({ task, changed }: ActsProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [reasonCode, setReason] = useState<string | null>(null);
  const cancelling = useAct(CancelTaskDocument);
  const { id: taskId, version } = task;
  return (
    <>
      <Button size="sm" variant="default" onClick={() => setOpen(true)}>
        {t('dispatch:act.cancel')}
      </Button>
      <ActDialog
        title={t('dispatch:act.cancel')}
        about={t('dispatch:act.cancelAbout')}
        confirm={t('dispatch:act.cancel')}
        isGrave
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={reasonCode !== null}
        act={() => cancelling.run({ input: { taskId, version, reasonCode: reasonCode ?? '' } })}
        done={changed}
      >
        <Select
          label={t('dispatch:act.reason')}
          value={reasonCode}
          onChange={setReason}
          data={CANCEL_REASONS.map((value) => ({
            value,
            label: t(`dispatch:cancelReason.${value}`),
          }))}
        />
      </ActDialog>
    </>
  );
}
