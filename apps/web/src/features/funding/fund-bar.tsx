import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyValue } from '../../ui/money';
import { StackedBar } from '../../ui/stacked-bar';

/** Spent, reserved and left as one bar beside the numbers. */
export function FundBar({
  fund,
}: {
  readonly fund: {
    readonly spent: MoneyValue;
    readonly reserved: MoneyValue;
    readonly left: MoneyValue;
  };
}): ReactNode {
  const { t } = useTranslation();
  const part = (label: string, { minorUnits }: MoneyValue, tone: 'strong' | 'middle' | 'light') => {
    const value = BigInt(minorUnits);
    return { label, value: value > 0n ? value : 0n, tone };
  };
  return (
    <StackedBar
      parts={[
        part(t('funding:column.spent'), fund.spent, 'strong'),
        part(t('funding:column.reserved'), fund.reserved, 'middle'),
        part(t('funding:column.left'), fund.left, 'light'),
      ]}
    />
  );
}
