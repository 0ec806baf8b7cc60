import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../ui/money';
import { formatDay } from '../../ui/time';
import type { PayoutsQuery } from './payouts.documents';

/** A payout as lists have it. */
export type DisbursementLine = PayoutsQuery['disbursements']['edges'][number]['node'];

/** One row: whose, for what, how much, where it stands, and what should make people look twice. */
export function PayoutRow({
  payout,
  label,
}: {
  readonly payout: DisbursementLine;
  readonly label: string;
}): ReactNode {
  const { t } = useTranslation();
  const { approvalsGiven: given, approvalsRequired: required } = payout;
  return (
    <>
      <span className="payout-codename strong">{payout.codename}</span>
      <span className="grow">{label}</span>
      <span className="payout-money money">{formatMoney(payout.amount)}</span>
      <span className="payout-state">{t(`disbursements:state.${payout.state}`)}</span>
      <span className="payout-more quiet">
        {payout.state === 'PENDING_APPROVAL'
          ? t('disbursements:signaturesOf', { given, required })
          : formatDay(payout.deliveredOn ?? payout.releasedOn ?? payout.draftedAt)}
      </span>
      <span className="payout-warn">
        {payout.warnings.length > 0 &&
          t('disbursements:warnings', { count: payout.warnings.length })}
      </span>
    </>
  );
}
