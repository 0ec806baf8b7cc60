import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import type { DialogProps } from './act-bar-types';
import {
  CloseCallOutDocument,
  EscalateCallOutDocument,
  HandOverCallOutDocument,
} from './call-out.documents';
import { ESCALATION_REASONS, OUTCOMES, PROVOCATION_OUTCOMES } from './codes';
import { usePeople } from './desk-knowledge';

/** Names somebody who stays with the family; they accept it themselves. */
export function HandOverDialog({
  file: { callOut },
  isOpen,
  close,
  changed,
}: DialogProps): ReactNode {
  const { t } = useTranslation();
  const handing = useAct(HandOverCallOutDocument);
  const { owners } = usePeople();
  const [ownerId, setOwner] = useState(callOut.owner?.id ?? '');
  const { id: callOutId, version } = callOut;
  return (
    <ActDialog
      title={t('callouts:act.HAND_OVER')}
      about={t('callouts:handOver.about')}
      confirm={t('callouts:handOver.confirm')}
      isOpen={isOpen}
      close={close}
      isReady={ownerId !== ''}
      act={() => handing.run({ input: { callOutId, version, ownerId } })}
      done={() => {
        toast(t('callouts:done.HAND_OVER'));
        changed();
      }}
    >
      <NativeSelect
        label={t('callouts:handOver.owner')}
        data-autofocus
        value={ownerId}
        onChange={(event) => setOwner(event.currentTarget.value)}
        data={[
          { value: '', label: t('callouts:raise.choose') },
          ...owners.map(({ id, displayName }) => ({ value: id, label: displayName })),
        ]}
      />
    </ActDialog>
  );
}

/** Says how it ended. Words are destroyed, what is left of money and tasks is called off. */
export function CloseDialog({ file: { callOut }, isOpen, close, changed }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const closing = useAct(CloseCallOutDocument);
  const [outcome, setOutcome] = useState('');
  const { id: callOutId, version } = callOut;
  const outcomes = callOut.state === 'SUSPECTED_PROVOCATION' ? PROVOCATION_OUTCOMES : OUTCOMES;
  return (
    <ActDialog
      title={t('callouts:act.CLOSE')}
      about={t('callouts:close.about')}
      confirm={t('callouts:act.CLOSE')}
      isOpen={isOpen}
      close={close}
      isReady={outcome !== ''}
      act={() => closing.run({ input: { callOutId, version, outcome } })}
      done={() => {
        toast(t('callouts:done.CLOSE'));
        changed();
      }}
    >
      <NativeSelect
        label={t('callouts:fact.outcome')}
        data-autofocus
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
        data={[
          { value: '', label: t('callouts:raise.choose') },
          ...outcomes.map((code) => ({ value: code, label: t(`callouts:outcome.${code}`) })),
        ]}
      />
    </ActDialog>
  );
}

/** Stops the work and asks security. */
export function EscalateDialog({
  file: { callOut },
  isOpen,
  close,
  changed,
}: DialogProps): ReactNode {
  const { t } = useTranslation();
  const escalating = useAct(EscalateCallOutDocument);
  const [reasonCode, setReason] = useState('');
  const { id: callOutId, version } = callOut;
  return (
    <ActDialog
      title={t('callouts:act.ESCALATE')}
      about={t('callouts:escalate.about')}
      confirm={t('callouts:act.ESCALATE')}
      isOpen={isOpen}
      close={close}
      isReady={reasonCode !== ''}
      act={() => escalating.run({ input: { callOutId, version, reasonCode } })}
      done={() => {
        toast(t('callouts:done.ESCALATE'));
        changed();
      }}
    >
      <NativeSelect
        label={t('callouts:fact.reason')}
        data-autofocus
        value={reasonCode}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={[
          { value: '', label: t('callouts:raise.choose') },
          ...ESCALATION_REASONS.map((code) => ({
            value: code,
            label: t(`callouts:reason.${code}`),
          })),
        ]}
      />
    </ActDialog>
  );
}
