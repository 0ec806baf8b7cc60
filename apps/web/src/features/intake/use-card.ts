import { useCallback, useEffect, useRef, useState } from 'react';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useNow } from '../../ui/time';
import { OpenIntakeCardDocument, type OpenIntakeCardMutation } from './card.documents';

export type OpenedCard = Extract<
  OpenIntakeCardMutation['openIntakeCard'],
  { readonly __typename: 'IntakeCard' }
>;

interface CardReading {
  /** Null while it opens. */
  readonly outcome: ActOutcome<OpenedCard> | 'OVER' | null;
  readonly reopen: () => void;
}

/** Opens a card once when it comes to the screen (each opening is written down), and forgets it when its time is over. */
export function useCard(requestId: string): CardReading {
  const { run } = useAct(OpenIntakeCardDocument, { isSealed: true });
  const [outcome, setOutcome] = useState<CardReading['outcome']>(null);
  const hasBegun = useRef(false);
  const now = useNow();

  const reopen = useCallback(() => {
    void run({ input: { requestId } }).then(setOutcome);
  }, [run, requestId]);
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
