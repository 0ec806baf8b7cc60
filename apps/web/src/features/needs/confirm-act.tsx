import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { formatMoney } from '../../ui/money';
import { toast } from '../../ui/toast';
import { ApproveNeedDocument, PutOnWaitingListDocument } from './acts.documents';
import type { OpenedNeed } from './opened-need';

/** Approves, or puts on the waiting list: nothing to fill in, so Enter does it. */
export function ConfirmAct({
  need,
  name,
  isOpen,
  close,
  changed,
}: {
  readonly need: OpenedNeed;
  readonly name: 'APPROVE' | 'WAIT_FOR_FUNDS';
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const approving = useAct(ApproveNeedDocument);
  const waiting = useAct(PutOnWaitingListDocument);
  const input = { needId: need.id, version: need.version };
  const act = name === 'APPROVE' ? approving : waiting;
  return (
    <ActDialog
      title={t(`needs:act.${name}`)}
      about={t(`needs:about.${name}`, { amount: formatMoney(need.amount) })}
      confirm={t(`needs:act.${name}`)}
      isOpen={isOpen}
      close={close}
      act={() => act.run({ input })}
      done={({ awaitsSecondApprover }) => {
        toast(t(awaitsSecondApprover ? 'needs:done.firstOfTwo' : `needs:done.${name}`));
        changed();
      }}
    />
  );
}
