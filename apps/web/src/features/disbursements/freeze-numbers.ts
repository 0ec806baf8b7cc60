import i18next from 'i18next';
import { formatMoney, type MoneyValue } from '../../ui/money';

/** Payouts, their sum and the families behind them, for a sentence. */
export function numbersOf({
  payments,
  amount,
  cases,
}: {
  readonly payments: number;
  readonly amount: MoneyValue;
  readonly cases: number;
}): { readonly count: number; readonly sum: string; readonly families: string } {
  return {
    count: payments,
    sum: formatMoney(amount),
    families: i18next.t('disbursements:freezes.families', { count: cases }),
  };
}
