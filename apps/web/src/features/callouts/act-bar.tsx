import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActOutcome } from '../../api/use-act';
import { useMe } from '../../session/session';
import { useKeys } from '../../ui/keys';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { toast } from '../../ui/toast';
import { actsOf, type CallOutAct, type OpenedFile } from './acts';
import { useIsOnDuty, type Protocol } from './desk-knowledge';
import { DispatchDialog } from './dispatch-dialog';
import { CloseDialog, EscalateDialog, HandOverDialog } from './end-dialogs';
import { SignDialog } from './sign-dialog';
import { SuspectDialog, TriageDialog } from './triage-dialog';
import { useSteps, type PlainAct } from './use-steps';
import type { DialogProps } from './act-bar-types';

const LETTERS: Readonly<Record<CallOutAct, string>> = {
  ACKNOWLEDGE: 'a',
  TRIAGE: 't',
  SECOND_CALL: 't',
  DISPATCH: 'd',
  SIGN: 's',
  ACCEPT: 'a',
  STABILISE: 'i',
  BEGIN: 'b',
  HAND_OVER: 'h',
  CLOSE: 'c',
  RETURN: 'r',
  ESCALATE: 'e',
  SUSPECT: 'p',
};
/** Acts that need no further word. */
const PLAIN: readonly string[] = [
  'ACKNOWLEDGE',
  'ACCEPT',
  'STABILISE',
  'BEGIN',
  'RETURN',
] satisfies PlainAct[];
const isPlain = (act: CallOutAct): act is PlainAct => PLAIN.includes(act);

/** Only what fits the state and my role; the next thing to do first, each with its letter. */
export function ActBar({
  file,
  protocols,
  changed,
}: {
  readonly file: OpenedFile;
  readonly protocols: readonly Protocol[];
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { id, roles } = useMe();
  const isOnDuty = useIsOnDuty();
  const { run, isRunning } = useSteps(file.callOut);
  const [open, setOpen] = useState<CallOutAct | null>(null);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const acts = actsOf(file, { id, roles, isOnDuty });

  const start = async (act: CallOutAct): Promise<void> => {
    if (!isPlain(act)) return setOpen(act);
    if (isRunning) return undefined;
    const answer = await run(act);
    setOutcome(answer);
    if (answer.kind !== 'DONE') return undefined;
    toast(t(`callouts:done.${act}`));
    changed();
    return undefined;
  };
  useKeys(
    Object.fromEntries(acts.toReversed().map((act) => [LETTERS[act], () => void start(act)])),
  );
  const dialog = (...which: readonly CallOutAct[]): DialogProps => ({
    file,
    protocols,
    changed,
    isOpen: open !== null && which.includes(open),
    close: () => setOpen(null),
  });
  if (acts.length === 0) return null;
  return (
    <section className="callout-acts" aria-label={t('callouts:act.title')}>
      {acts.map((act, place) => (
        <Button
          key={act}
          size="sm"
          variant={place === 0 ? 'filled' : 'default'}
          onClick={() => void start(act)}
          disabled={isRunning}
        >
          {t(`callouts:act.${act}`)}
          <kbd className="callout-key">{LETTERS[act]}</kbd>
        </Button>
      ))}
      <OutcomeAlert outcome={outcome} />
      <TriageDialog {...dialog('TRIAGE', 'SECOND_CALL')} isSecond={open === 'SECOND_CALL'} />
      <SuspectDialog {...dialog('SUSPECT')} />
      {acts.includes('DISPATCH') && <DispatchDialog {...dialog('DISPATCH')} />}
      <SignDialog {...dialog('SIGN')} />
      {acts.includes('HAND_OVER') && <HandOverDialog {...dialog('HAND_OVER')} />}
      <CloseDialog {...dialog('CLOSE')} />
      <EscalateDialog {...dialog('ESCALATE')} />
    </section>
  );
}
