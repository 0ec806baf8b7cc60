import { Checkbox, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { formatMoney } from '../../ui/money';
import { formatDistance } from '../../ui/time';
import { toast } from '../../ui/toast';
import type { DialogProps } from './act-bar-types';
import { DispatchCallOutDocument } from './call-out.documents';
import { triggerLabel, type Protocol } from './desk-knowledge';
import { Amounts, planOf } from './dispatch-amounts';
import { FamilySelect } from './family-select';

const MINUTE_MS = 60_000;

/** Runs the protocol: shows before what it makes, and lets amounts be changed under the same cap. */
export function DispatchDialog({
  file,
  protocols,
  isOpen,
  close,
  changed,
}: DialogProps): ReactNode {
  const { t } = useTranslation();
  const { callOut } = file;
  const dispatching = useAct(DispatchCallOutDocument);
  const [commandKey, setCommandKey] = useState(() => crypto.randomUUID());
  const [caseId, setCaseId] = useState(callOut.caseId);
  const [activateCase, setActivate] = useState(false);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const protocol = protocols.find(({ code }) => code === callOut.triggerCode);
  const plan = planOf(protocol, texts);

  const act = async () => {
    const { id: callOutId, version } = callOut;
    // Without a change the protocol's own needs are taken; without a family there is nobody to write them for.
    const needs = caseId === null || Object.keys(texts).length === 0 ? null : plan.needs;
    const input = { callOutId, version, commandKey, caseId, activateCase, needs };
    const answer = await dispatching.run({ input });
    if (answer.kind !== 'FAILED') setCommandKey(crypto.randomUUID());
    return answer;
  };
  return (
    <ActDialog
      title={t('callouts:dispatch.title', {
        trigger: triggerLabel(callOut.triggerCode, protocols),
      })}
      about={t('callouts:dispatch.about')}
      confirm={t('callouts:act.DISPATCH')}
      isOpen={isOpen}
      close={close}
      isReady={protocol !== undefined && plan.isReadable}
      act={act}
      done={({ taskCount, waitingTaskCount, reserved }) => {
        const amount = formatMoney(reserved);
        toast(
          waitingTaskCount === 0
            ? t('callouts:dispatch.done', { count: taskCount, amount })
            : t('callouts:dispatch.doneWaiting', {
                count: taskCount,
                amount,
                waiting: waitingTaskCount,
              }),
        );
        changed();
      }}
    >
      {protocol !== undefined && <Tasks tasks={protocol.tasks} />}
      {callOut.caseId === null && (
        <FamilySelect
          label={t('callouts:raise.family')}
          description={t('callouts:dispatch.familyAbout')}
          caseId={caseId}
          choose={setCaseId}
        />
      )}
      {caseId !== null && protocol !== undefined && (
        <>
          <Amounts protocol={protocol} texts={texts} write={setTexts} total={plan.total} />
          <Checkbox
            label={t('callouts:dispatch.activate')}
            description={t('callouts:dispatch.activateAbout')}
            checked={activateCase}
            onChange={(event) => setActivate(event.currentTarget.checked)}
          />
        </>
      )}
    </ActDialog>
  );
}

function Tasks({ tasks }: { readonly tasks: Protocol['tasks'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="protocol-tasks">
      <Title order={3} size="h6" id="protocol-tasks">
        {t('callouts:work.tasks')}
      </Title>
      <ul className="callout-lines">
        {tasks.map(({ kind, what, dueMinutes, priority }) => (
          <li key={kind + what}>
            <span className="strong">{priority}</span>
            <span className="grow">
              {t(`callouts:task.${kind}`)}
              <span className="quiet callout-what">{what}</span>
            </span>
            <span className="due">{formatDistance(dueMinutes * MINUTE_MS)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
