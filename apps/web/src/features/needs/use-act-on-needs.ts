import { useRef, useState } from 'react';
import { useAct, type ActOutcome } from '../../api/use-act';
import type { Refusal } from '../../api/outcome';
import { ActOnNeedsDocument, type NeedsAct } from './acts.documents';
import type { QueueNeed } from './need-row';

/** What an act on a need has to know of it. */
export type ActableNeed = Pick<QueueNeed, 'id' | 'version' | 'codename' | 'assignee'>;

/** What became of needs that were acted on together. */
export interface ActedOn {
  readonly done: readonly ActableNeed[];
  readonly refused: readonly { readonly need: ActableNeed; readonly refusal: Refusal }[];
}

interface What {
  readonly act: NeedsAct;
  readonly personId?: string;
}

/** One command takes no more. */
const AT_ONCE = 50;

interface Part {
  readonly key: string;
  outcomes: readonly { readonly needId: string; readonly outcome: string }[] | null;
}

/** Acts on many needs, fifty at a time. A part that was lost on the way is sent again as it was, the others are not. */
export function useActOnNeeds(): {
  readonly run: (needs: readonly ActableNeed[], what: What) => Promise<ActOutcome<ActedOn>>;
  /** How many are behind us; null where nothing runs. */
  readonly progress: number | null;
} {
  const acting = useAct(ActOnNeedsDocument);
  const [progress, setProgress] = useState<number | null>(null);
  const parts = useRef(new Map<string, Part>());

  const run = async (needs: readonly ActableNeed[], what: What): Promise<ActOutcome<ActedOn>> => {
    const outcomes: { readonly needId: string; readonly outcome: string }[] = [];
    for (let from = 0; from < needs.length; from += AT_ONCE) {
      setProgress(from);
      const versions = needs.slice(from, from + AT_ONCE).map(({ id, version }) => {
        // Who works on a case does not depend on what a need says.
        return what.act === 'ASSIGN' ? { needId: id } : { needId: id, version };
      });
      const content = JSON.stringify([what, versions]);
      const part: Part = parts.current.get(content) ?? {
        key: crypto.randomUUID(),
        outcomes: null,
      };
      parts.current.set(content, part);
      if (part.outcomes === null) {
        const answer = await acting.run({
          input: { ...what, commandKey: part.key, needs: versions },
        });
        if (answer.kind !== 'DONE') {
          if (answer.kind === 'REFUSED') parts.current.clear();
          setProgress(null);
          return answer;
        }
        part.outcomes = answer.done.needs;
      }
      outcomes.push(...part.outcomes);
    }
    parts.current.clear();
    setProgress(null);
    return sorted(needs, outcomes);
  };
  return { run, progress };
}

/** One need alone that was refused is a refusal of the whole. */
function sorted(
  needs: readonly ActableNeed[],
  outcomes: readonly { readonly needId: string; readonly outcome: string }[],
): ActOutcome<ActedOn> {
  const byId = new Map(outcomes.map(({ needId, outcome }) => [needId, outcome]));
  const done = needs.filter(({ id }) => byId.get(id) === 'DONE');
  const refused = needs
    .filter(({ id }) => byId.get(id) !== 'DONE')
    .map((need) => ({ need, refusal: refusalOf(byId.get(need.id) ?? 'NOT_FOUND') }));
  const [only] = refused;
  return needs.length === 1 && only !== undefined
    ? { kind: 'REFUSED', refusal: only.refusal }
    : { kind: 'DONE', done: { done, refused } };
}

const KINDS = { NOT_FOUND: 'NotFound', STALE_VERSION: 'StaleVersion' } as const;

function refusalOf(outcome: string): Refusal {
  const kind = Object.entries(KINDS).find(([code]) => code === outcome)?.[1];
  if (kind !== undefined) return { __typename: kind, code: outcome, message: outcome };
  return outcome.startsWith('WRONG_STATE')
    ? { __typename: 'WrongState', code: 'WRONG_STATE', message: outcome }
    : { __typename: 'Refused', code: 'REFUSED', reason: outcome, message: outcome };
}
