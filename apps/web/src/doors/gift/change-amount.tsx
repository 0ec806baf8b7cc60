import { useState, type ReactNode } from 'react';
import { plainAmount } from '../../ui/plain-amount';
import { Problem } from '../door-states';
import { readKindAmount } from '../give/kind-amount';
import { useWords } from '../words';
import { ChangeMonthlyGiftDocument } from './gift.documents';
import type { Monthly } from './monthly';
import { useWish } from './use-wish';

interface ChangeAmountProps {
  readonly token: string;
  readonly pledge: Monthly;
  readonly onChanged: () => Promise<void>;
}

/** Another amount, from the next month on. */
export function ChangeAmount({ token, pledge, onChanged }: ChangeAmountProps): ReactNode {
  const { t } = useWords();
  const { send, isSending, problem } = useWish('changeMonthlyGift', ChangeMonthlyGiftDocument);
  const [isUnread, setUnread] = useState(false);
  const change = async (text: string): Promise<void> => {
    const minor = readKindAmount(text);
    setUnread(minor === null);
    if (minor === null) return;
    const amount = { minorUnits: minor.toString(), currency: 'EUR' };
    const input = { token, pledgeId: pledge.id, change: 'AMOUNT', amount };
    if ((await send(input, 'DonorWishNoted')) !== null) await onChanged();
  };
  return (
    <details>
      <summary>{t('doors:monthly.changeAmount')}</summary>
      <form
        className="row"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get('amount');
          void change(typeof text === 'string' ? text : '');
        }}
      >
        <label className="amount">
          <span>{t('doors:give.amountInEuros')}</span>
          <input
            name="amount"
            inputMode="decimal"
            autoComplete="transaction-amount"
            aria-invalid={isUnread}
            defaultValue={plainAmount(pledge.amount.minorUnits)}
          />
        </label>
        <button type="submit" disabled={isSending}>
          {t('doors:monthly.fromNextMonth')}
        </button>
      </form>
      <Problem text={isUnread ? t('doors:give.noAmount') : problem} />
    </details>
  );
}
