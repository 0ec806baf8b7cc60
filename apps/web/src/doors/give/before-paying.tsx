import type { ReactNode } from 'react';
import { formatMoneyIn } from '../../ui/format-money';
import { countryName } from '../country-name';
import { useWords } from '../words';
import type { Options } from './options';

interface BeforePayingProps {
  readonly options: Options;
  readonly payMinor: bigint | null;
  readonly isMonthly: boolean;
  readonly isStarting: boolean;
}

/** The third step: what to know before anything of the payment provider is loaded, and the way to its page. */
export function BeforePaying(props: BeforePayingProps): ReactNode {
  const { options, payMinor, isMonthly, isStarting } = props;
  const { refusedCardCountries, statementName } = options;
  const { t, language } = useWords();
  const countries = refusedCardCountries.map((code) => countryName(language, code)).join(', ');
  const amount =
    payMinor === null
      ? null
      : formatMoneyIn(language, { minorUnits: payMinor.toString(), currency: 'EUR' });
  return (
    <fieldset>
      <legend>
        <h2>{t('doors:give.pay')}</h2>
      </legend>
      <ul className="notices">
        {refusedCardCountries.length > 0 && (
          <li>
            <strong>{t('doors:notice.countries', { countries })}</strong>{' '}
            {t('doors:notice.countriesWhy')}
          </li>
        )}
        <li>
          {statementName === null
            ? t('doors:notice.statement')
            : t('doors:notice.statementNamed', { name: statementName })}{' '}
          {t('doors:notice.noShield')}
        </li>
        <li>{t('doors:notice.noAddress')}</li>
        <li>{t('doors:notice.otherSite')}</li>
      </ul>
      <button type="submit" className="main" disabled={isStarting} aria-busy={isStarting}>
        {isStarting && t('doors:give.opening')}
        {!isStarting && amount === null && t('doors:give.toPayment')}
        {!isStarting &&
          amount !== null &&
          t(isMonthly ? 'doors:give.toPaymentMonthly' : 'doors:give.toPaymentOf', { amount })}
      </button>
    </fieldset>
  );
}
