import { useState } from 'react';
import { ask, NoAnswer } from '../ask';
import type { DoorDocument } from '../door-document';
import { refusalText } from '../refusal-text';
import { useWords } from '../words';

type Answer = { readonly __typename: string; readonly reason?: string; readonly code?: string };

/** Sends what a donor wishes for their gift. */
export function useWish<Name extends string, Data extends Readonly<Record<Name, Answer>>, Input>(
  name: Name,
  document: DoorDocument<Data, { readonly input: Input }>,
) {
  const { t } = useWords();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** @returns the answer; null where it was refused, which `problem` says then */
  const send = async (input: Input, good: string): Promise<Data[Name] | null> => {
    setSending(true);
    setProblem(null);
    try {
      const answer = (await ask(document, { input }))[name];
      if (answer.__typename === good) return answer;
      setProblem(refusalText(t, answer));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      setProblem(t('doors:state.failed'));
    } finally {
      setSending(false);
    }
    return null;
  };
  return { send, isSending, problem };
}
