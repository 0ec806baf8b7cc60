import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../ui/act-dialog';
import { useKeys } from '../../ui/keys';
import { useMay } from '../../ui/may';
import { toast } from '../../ui/toast';
import { AssignNeeds } from './assign-needs';
import { BulkProgress } from './bulk-progress';
import { BulkResult } from './bulk-result';
import type { QueueNeed } from './need-row';
import type { Selection } from './selection';
import { useActOnNeeds, type ActedOn } from './use-act-on-needs';

/** What can be done with the rows that were marked: a assigns, w puts on the waiting list. */
export function BulkBar({
  selection,
  isQuiet,
  changed,
}: {
  readonly selection: Selection<QueueNeed>;
  /** A need is open: the keys are its own. */
  readonly isQuiet: boolean;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [act, setAct] = useState<'ASSIGN' | 'WAIT' | null>(null);
  const [result, setResult] = useState<ActedOn | null>(null);
  const waiting = useActOnNeeds();
  const { nodes, clear, selectAll } = selection;
  const isReady = nodes.length > 0 && may('actOnNeeds');
  const open = (next: 'ASSIGN' | 'WAIT') => () => {
    if (isReady) setAct(next);
  };
  useKeys(isQuiet ? {} : { a: open('ASSIGN'), w: open('WAIT') });
  const settle = (acted: ActedOn): void => {
    setResult(acted.refused.length === 0 ? null : acted);
    changed();
  };
  if (!may('actOnNeeds')) return null;
  return (
    <>
      {nodes.length > 0 && (
        <Group className="bulk" gap={6} role="toolbar" aria-label={t('needs:bulk.title')}>
          <Text size="sm" fw={600} role="status">
            {t('needs:bulk.selected', { count: nodes.length })}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            rightSection={<kbd>a</kbd>}
            onClick={open('ASSIGN')}
          >
            {t('needs:act.ASSIGN')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            rightSection={<kbd>w</kbd>}
            onClick={open('WAIT')}
          >
            {t('needs:act.WAIT_FOR_FUNDS')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            rightSection={<kbd>A</kbd>}
            onClick={selectAll}
          >
            {t('needs:bulk.all')}
          </Button>
          <Button size="compact-sm" variant="subtle" rightSection={<kbd>Esc</kbd>} onClick={clear}>
            {t('needs:bulk.clear')}
          </Button>
        </Group>
      )}
      {result !== null && <BulkResult acted={result} close={() => setResult(null)} />}
      <AssignNeeds
        needs={nodes}
        isOpen={act === 'ASSIGN'}
        close={() => setAct(null)}
        begun={clear}
        done={settle}
      />
      <ActDialog
        title={t('needs:act.WAIT_FOR_FUNDS')}
        about={t('needs:bulk.waitAbout', { count: nodes.length })}
        confirm={t('needs:act.WAIT_FOR_FUNDS')}
        isOpen={act === 'WAIT'}
        close={() => setAct(null)}
        act={() => waiting.run(nodes, { act: 'PUT_ON_WAITING_LIST' })}
        done={(acted) => {
          if (acted.done.length > 0) toast(t('needs:bulk.waits', { count: acted.done.length }));
          clear();
          settle(acted);
        }}
      >
        {waiting.progress === null ? undefined : (
          <BulkProgress progress={waiting.progress} all={nodes.length} />
        )}
      </ActDialog>
    </>
  );
}
