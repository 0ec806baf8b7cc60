import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import type { DialogProps } from './act-bar-types';
import {
  CloseCallOutDocument,
  EscalateCallOutDocument,
  HandOverCallOutDocument,
} from './call-out.documents';
import { ChoiceDialog } from './choice-dialog';
import { ESCALATION_REASONS, OUTCOMES, PROVOCATION_OUTCOMES } from './codes';
import { usePeople } from './desk-knowledge';

/** Names somebody who stays with the family; they accept it themselves. */
export function HandOverDialog({ file: { callOut }, ...dialog }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const handing = useAct(HandOverCallOutDocument);
  const { owners } = usePeople();
  const { id: callOutId, version } = callOut;
  return (
    <ChoiceDialog
      {...dialog}
      act="HAND_OVER"
      about={t('callouts:handOver.about')}
      confirm={t('callouts:handOver.confirm')}
      label={t('callouts:handOver.owner')}
      options={owners.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      first={callOut.owner?.id ?? ''}
      send={(ownerId) => handing.run({ input: { callOutId, version, ownerId } })}
    />
  );
}

/** Says how it ended. Words are destroyed, what is left of money and tasks is called off. */
export function CloseDialog({ file: { callOut }, ...dialog }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const closing = useAct(CloseCallOutDocument);
  const { id: callOutId, version, state } = callOut;
  const outcomes = state === 'SUSPECTED_PROVOCATION' ? PROVOCATION_OUTCOMES : OUTCOMES;
  return (
    <ChoiceDialog
      {...dialog}
      act="CLOSE"
      about={t('callouts:close.about')}
      label={t('callouts:fact.outcome')}
      options={outcomes.map((value) => ({ value, label: t(`callouts:outcome.${value}`) }))}
      send={(outcome) => closing.run({ input: { callOutId, version, outcome } })}
    />
  );
}

/** Stops the work and asks security. */
export function EscalateDialog({ file: { callOut }, ...dialog }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const escalating = useAct(EscalateCallOutDocument);
  const { id: callOutId, version } = callOut;
  return (
    <ChoiceDialog
      {...dialog}
      act="ESCALATE"
      about={t('callouts:escalate.about')}
      label={t('callouts:fact.reason')}
      options={ESCALATION_REASONS.map((value) => ({ value, label: t(`callouts:reason.${value}`) }))}
      send={(reasonCode) => escalating.run({ input: { callOutId, version, reasonCode } })}
    />
  );
}
