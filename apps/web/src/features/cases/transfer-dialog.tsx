import { Switch } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct, type ActOutcome } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { CodeSelect } from './code-select';
import { DECLINE_REASONS, type Transfer, type TransferAct } from './transfer-acts';
import {
  AnswerCaseTransferDocument,
  ReceiveCaseTransferDocument,
  SendCaseTransferDocument,
  WithdrawCaseTransferDocument,
} from './transfers.documents';

/** Nobody takes these back. */
const GRAVE: readonly TransferAct[] = ['SEND', 'DECLINE'];

interface TransferDialogProps {
  readonly transfer: Transfer;
  readonly act: TransferAct;
  readonly close: () => void;
  readonly changed: () => void;
}

/** Asks for what one act on an offer needs, and says beforehand what it does to the family. */
export function TransferDialog({ transfer, act, close, changed }: TransferDialogProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const send = useTransferAct(transfer);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isReady = (act !== 'DECLINE' || reason !== '') && (act !== 'RECEIVE' || isChecked);
  return (
    <ActDialog
      title={t(`cases:transferAct.${act}`)}
      about={t(`cases:transferAbout.${act}`, { partner: transfer.partner?.name ?? '–' })}
      confirm={t(`cases:transferAct.${act}`)}
      isOpen
      isReady={isReady}
      isGrave={GRAVE.includes(act)}
      close={close}
      act={() => send(act, reason)}
      done={(caseId) => {
        toast(t(`cases:transferDone.${act}`));
        changed();
        if (caseId !== null) void navigate(`/cases/${caseId}`);
      }}
    >
      {act === 'DECLINE' ? (
        <CodeSelect
          label={t('cases:transfer.reason')}
          codes={DECLINE_REASONS}
          wordOf={(code) => t(`cases:reason.${code}`)}
          value={reason}
          change={setReason}
          none={t('cases:move.chooseReason')}
        />
      ) : act === 'RECEIVE' ? (
        <Switch
          label={t('cases:move.provocation')}
          checked={isChecked}
          onChange={(event) => setChecked(event.currentTarget.checked)}
        />
      ) : undefined}
    </ActDialog>
  );
}

/** Sends an act; what comes back is the case that was opened by it, if one was. */
function useTransferAct({
  id: offerId,
  version,
}: Transfer): (act: TransferAct, reason: string) => Promise<ActOutcome<string | null>> {
  const options = { isSealed: true } as const;
  const answering = useAct(AnswerCaseTransferDocument, options);
  const withdrawing = useAct(WithdrawCaseTransferDocument, options);
  const sending = useAct(SendCaseTransferDocument, options);
  const receiving = useAct(ReceiveCaseTransferDocument, options);
  const input = { offerId, version };
  return async (act, reason) => {
    switch (act) {
      case 'ACCEPT':
        return withoutCase(await answering.run({ input: { ...input, accepts: true } }));
      case 'DECLINE':
        return withoutCase(await answering.run({ input: { ...input, accepts: false, reason } }));
      case 'WITHDRAW':
        return withoutCase(await withdrawing.run({ input }));
      case 'SEND':
        return withoutCase(await sending.run({ input }));
      case 'RECEIVE': {
        const answer = await receiving.run({ input: { ...input, provocationCheckDone: true } });
        return answer.kind === 'DONE' ? { ...answer, done: answer.done.caseId } : answer;
      }
    }
  };
}

function withoutCase(outcome: ActOutcome<unknown>): ActOutcome<null> {
  return outcome.kind === 'DONE' ? { ...outcome, done: null } : outcome;
}
