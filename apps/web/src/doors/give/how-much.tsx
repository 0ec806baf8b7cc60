import { useRef, type ReactNode } from 'react';
import { formatMoneyIn } from '../../ui/format-money';
import { useWords } from '../words';
import { withFee, type ProviderFee } from './fee';
import { FIRST_AMOUNT, SUGGESTED, type Wish } from './wish';

interface HowMuchProps {
  readonly wish: Wish | null;
  readonly fee: ProviderFee;
  /** The amount that was typed cannot be taken. */
  readonly isWrong: boolean;
}

/** The second step: how often, an amount, and whether the fee comes on top of it. */
export function HowMuch({ wish, fee, isWrong }: HowMuchProps): ReactNode {
  const { t, language } = useWords();
  const other = useRef<HTMLInputElement>(null);
  const money = (minor: bigint | string): string =>
    formatMoneyIn(language, { minorUnits: minor.toString(), currency: 'EUR' });
  const gift = wish?.giftMinor ?? BigInt(FIRST_AMOUNT);
  return (
    <fieldset>
      <legend>
        <h2>{t('doors:give.howMuch')}</h2>
      </legend>
      {wish?.caseCardId == null ? (
        <div className="row">
          <label className="choice">
            <input type="radio" name="rhythm" value="ONCE" defaultChecked />
            <span>{t('doors:give.once')}</span>
          </label>
          <label className="choice">
            <input type="radio" name="rhythm" value="MONTHLY" />
            <span>{t('doors:give.monthly')}</span>
          </label>
        </div>
      ) : (
        <p className="quiet">{t('doors:give.needEnds')}</p>
      )}
      <div className="row amounts">
        {SUGGESTED.map((minor) => (
          <label key={minor} className="choice">
            <input
              type="radio"
              name="amount"
              value={minor}
              defaultChecked={minor === FIRST_AMOUNT}
            />
            <span>{money(minor)}</span>
          </label>
        ))}
      </div>
      <div className="row">
        <label className="choice">
          <input type="radio" name="amount" value="other" onClick={() => other.current?.focus()} />
          <span>{t('doors:give.otherAmount')}</span>
        </label>
        <label className="amount">
          <span className="unseen">{t('doors:give.amountInEuros')}</span>
          <input
            ref={other}
            name="other"
            inputMode="decimal"
            autoComplete="transaction-amount"
            placeholder={t('doors:give.amountExample')}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? 'problem' : undefined}
            onInput={({ currentTarget: { form } }) => {
              const choice = form?.querySelector<HTMLInputElement>('[name=amount][value=other]');
              if (choice != null) choice.checked = true;
            }}
          />
          <span aria-hidden="true">EUR</span>
        </label>
      </div>
      <label className="choice">
        <input type="checkbox" name="coversFee" />
        <span>{t('doors:give.coverFee', { fee: money(withFee(gift, fee) - gift) })}</span>
      </label>
    </fieldset>
  );
}
