import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActOutcome } from '../../api/use-act';
import { useNow } from '../../ui/time';
import type { Cards, OpenedCard } from './cards-ahead';

interface CardReading {
  /** Null while it opens. */
  readonly outcome: ActOutcome<OpenedCard> | 'OVER' | null;
  readonly reopen: () => void;
}

/** Opens a card once when it comes to the screen (each opening is written down), and forgets it when its time is over. */
export function useCard(requestId: string, open: Cards['open']): CardReading {
  const [outcome, setOutcome] = useState<CardReading['outcome']>(null);
  const hasBegun = useRef(false);
  const now = useNow();

  const reopen = useCallback(() => {
    void open(requestId).then(setOutcome);
  }, [open, requestId]);
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    reopen();
  }, [reopen]);

  const isOpen = outcome !== null && outcome !== 'OVER' && outcome.kind === 'DONE';
  const isOver = isOpen && Date.parse(outcome.done.expiresAt) <= now;
  useEffect(() => {
    if (isOver) setOutcome('OVER');
  }, [isOver]);
  return { outcome: isOver ? 'OVER' : outcome, reopen };
}
