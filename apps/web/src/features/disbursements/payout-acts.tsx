import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMay } from '../../ui/may';
import { formatMoney } from '../../ui/money';
import { toast } from '../../ui/toast';
import { CancelDocument } from './acts.documents';
import { ClearActs } from './clear-acts';
import { DeliveryActs } from './delivery-acts';
import { DisputeActs } from './dispute-acts';
import { ReleaseOne } from './release-one';
import { REASONS } from './payout-codes';
import type { Payout } from './payout-detail-types';
import { ProofActs } from './proof-acts';
import { ReasonAct } from './reason-act';
import { SignActs } from './sign-acts';
import { SubmitAct } from './submit-act';
import type { ActProps } from './payout-acts-types';

const CANCELLABLE: readonly string[] = [
  ...['DRAFT', 'PENDING_SECURITY', 'PENDING_APPROVAL', 'APPROVED'],
  ...['BLOCKED', 'REJECTED', 'FAILED', 'RETURNED'],
];

/** What I can do with a payout in its present state; the server decides again. */
export function PayoutActs({
  payout,
  changed,
}: {
  readonly payout: Payout;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const done = (): void => {
    toast(
      t('disbursements:acts.done', {
        codename: payout.codename,
        amount: formatMoney(payout.amount),
      }),
    );
    changed();
  };
  const props = { payout, done };
  return (
    <section aria-labelledby="acts" className="act-bar">
      <Title order={3} size="h6" id="acts" mb={4} className="act-bar-title">
        {t('disbursements:acts.title')}
      </Title>
      <div className="act-bar-acts">
        <SubmitAct {...props} />
        <ClearActs {...props} />
        <SignActs {...props} />
        <ReleaseOne {...props} />
        <DeliveryActs {...props} />
        <ProofActs {...props} />
        <DisputeActs {...props} />
        <CancelAct {...props} />
      </div>
    </section>
  );
}

function CancelAct({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const cancelling = useAct(CancelDocument);
  if (!may('cancelDisbursement') || !CANCELLABLE.includes(payout.state)) return null;
  return (
    <ReasonAct
      label={t('disbursements:acts.cancel')}
      about={t('disbursements:acts.cancelAbout')}
      reasons={REASONS.CANCEL}
      act={(reasonCode) => cancelling.run({ input: { disbursementId: payout.id, reasonCode } })}
      done={done}
      variant="subtle"
      isGrave
    />
  );
}
