import { useEffect, useState } from 'react';
import { formatMoneyIn } from '../../ui/format-money';
import { ask, NoAnswer } from '../ask';
import { keepToken } from '../kept-token';
import { refusalText } from '../refusal-text';
import { useWords } from '../words';
import type { ProviderFee } from './fee';
import type { Options } from './options';
import { StartGiftDocument } from './giving.documents';
import { inputOf, toPay, type Wish } from './wish';

/** Why a gift was not begun, and what to do about it. */
export interface StartProblem {
  readonly field: 'amount' | null;
  readonly text: string;
}

/** Begins a gift and goes to the payment page. */
export function useStart(gift: {
  readonly options: Options;
  readonly organization: string;
  readonly fee: ProviderFee;
}) {
  const { options, organization, fee } = gift;
  const { t, language } = useWords();
  const [problem, setProblem] = useState<StartProblem | null>(null);
  const [isStarting, setStarting] = useState(false);
  useEffect(() => {
    // The browser's way back shows this page as it was left: on its way.
    const arrive = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) setStarting(false);
    };
    addEventListener('pageshow', arrive);
    return () => removeEventListener('pageshow', arrive);
  }, []);

  const wrongAmount = (payMinor: bigint | null): string | null => {
    const money = (value: Options['minimum']): string => formatMoneyIn(language, value);
    if (payMinor === null) return t('doors:give.noAmount');
    if (payMinor < BigInt(options.minimum.minorUnits)) {
      return t('doors:give.tooSmall', { least: money(options.minimum) });
    }
    if (payMinor > BigInt(options.maximum.minorUnits)) {
      return t('doors:give.tooLarge', { most: money(options.maximum) });
    }
    return null;
  };

  const begin = async (wish: Wish, payMinor: bigint): Promise<string | null> => {
    const input = inputOf(wish, { payMinor, organization, locale: language });
    const { startGift } = await ask(StartGiftDocument, { input });
    if (startGift.__typename !== 'GiftStarted') return refusalText(t, startGift);
    keepToken({ token: startGift.token, errand: 'gift' });
    location.assign(startGift.checkoutUrl);
    return null;
  };

  const start = async (wish: Wish): Promise<void> => {
    const payMinor = toPay(wish, fee);
    const wrong = wrongAmount(payMinor);
    if (wrong !== null || payMinor === null) {
      setProblem({ field: 'amount', text: wrong ?? '' });
      return;
    }
    setProblem(null);
    setStarting(true);
    try {
      const text = await begin(wish, payMinor);
      if (text === null) return;
      setProblem({ field: null, text });
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      setProblem({ field: null, text: t('doors:state.failed') });
    }
    setStarting(false);
  };
  return { start, problem, isStarting };
}
