import { useCallback, useEffect, useRef } from 'react';
import { useAct, type ActOutcome } from '../../api/use-act';
import { OpenIntakeCardDocument, type OpenIntakeCardMutation } from './card.documents';

export type OpenedCard = Extract<
  OpenIntakeCardMutation['openIntakeCard'],
  { readonly __typename: 'IntakeCard' }
>;
type Opening = Promise<ActOutcome<OpenedCard>>;

/** Cards of the screening desk: opened when they come to the screen, or a key before. */
export interface Cards {
  /** Opens a card; one that was opened ahead is taken over, and nobody opens it twice. */
  readonly open: (requestId: string) => Opening;
  /**
   * Opens the card that comes next while somebody decides on this one, so that it is there at once. Each opening stands
   * in the disclosure log, so it is one card, and only once a decision has begun.
   */
  readonly prepare: (requestId: string) => void;
}

/** Kept by the page in memory; what was opened ahead and is not looked at goes with it. */
export function useCards(): Cards {
  const { run } = useAct(OpenIntakeCardDocument, { isSealed: true });
  const ahead = useRef<{ readonly requestId: string; readonly opening: Opening } | null>(null);
  useEffect(
    () => () => {
      ahead.current = null;
    },
    [],
  );
  const open = useCallback(
    (requestId: string): Opening => {
      const ready = ahead.current?.requestId === requestId ? ahead.current.opening : null;
      ahead.current = null;
      return ready ?? run({ input: { requestId } });
    },
    [run],
  );
  const prepare = useCallback(
    (requestId: string) => {
      if (ahead.current?.requestId === requestId) return;
      ahead.current = { requestId, opening: run({ input: { requestId } }) };
    },
    [run],
  );
  return { open, prepare };
}
