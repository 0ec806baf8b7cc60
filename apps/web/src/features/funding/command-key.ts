import { useRef } from 'react';
import type { ActOutcome } from '../../api/use-act';

/**
 * Runs a command with a key that is made before the first try and kept until it was answered: one that was lost on the
 * way is sent again as it is, and acts once.
 */
export function useCommandKey(): <Done>(
  send: (commandKey: string) => Promise<ActOutcome<Done>>,
) => Promise<ActOutcome<Done>> {
  const key = useRef<string | null>(null);
  return async (send) => {
    key.current ??= crypto.randomUUID();
    const answer = await send(key.current);
    if (answer.kind !== 'FAILED') key.current = null;
    return answer;
  };
}
