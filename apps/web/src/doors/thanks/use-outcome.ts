import { useEffect, useState } from 'react';
import { NoAnswer } from '../ask';
import { readPage } from '../gift/use-page';
import type { KeptToken } from '../kept-token';
import { isOpen, outcomeOf, type Outcome } from './outcome';

const EVERY_MS = 1_500;
/** After which the page says that it takes longer; it goes on asking. */
const PATIENCE_MS = 30_000;

/** Asks what became of the payment until it is known. */
export function useOutcome(kept: KeptToken | null): Outcome | 'long' {
  const [outcome, setOutcome] = useState<Outcome | 'long'>('wait');
  useEffect(() => {
    if (kept === null) return undefined;
    const begun = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isClosed = false;
    const look = async (): Promise<void> => {
      const known = await lookOnce(kept);
      if (isClosed) return;
      const isLong = known === 'wait' && Date.now() - begun > PATIENCE_MS;
      setOutcome(isLong ? 'long' : known);
      if (isOpen(known)) timer = setTimeout(() => void look(), EVERY_MS);
    };
    void look();
    return () => {
      isClosed = true;
      clearTimeout(timer);
    };
  }, [kept]);
  return outcome;
}

/** No answer is no news: the next look may have one. */
async function lookOnce({ token, errand }: KeptToken): Promise<Outcome> {
  try {
    const story = await readPage(token);
    return story === 'unknown' ? 'wait' : outcomeOf(story, errand);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return 'wait';
  }
}
