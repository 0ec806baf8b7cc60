import { useRef, useState } from 'react';
import { useAct, type ActOutcome } from '../../api/use-act';
import { DeclareInterestDocument, ReleasePayoutDocument } from './acts.documents';
import type { DisbursementLine } from './payout-row';

/** One payout of a batch, and how far it has come. */
export interface BatchLine {
  readonly payout: DisbursementLine;
  readonly step: 'WAITING' | 'RUNNING' | 'OVER';
  readonly outcome: ActOutcome<unknown> | null;
  /** When it was answered. */
  readonly at: string | null;
}

/** A batch that is being released, or was. */
export interface Batch {
  readonly lines: readonly BatchLine[];
  readonly isRunning: boolean;
  readonly release: (payouts: readonly DisbursementLine[]) => Promise<void>;
  readonly forget: () => void;
}

/**
 * Releases payouts one after another. Each has a key of its own that is kept until it was answered, so that a second
 * try after a lost line lets nothing go twice. What was refused does not stop the others; a lost line does.
 */
export function useBatch(): Batch {
  const declaring = useAct(DeclareInterestDocument);
  const releasing = useAct(ReleasePayoutDocument);
  const keys = useRef(new Map<string, string>());
  const [lines, setLines] = useState<readonly BatchLine[]>([]);
  const [isRunning, setRunning] = useState(false);

  const change = (id: string, news: Partial<BatchLine>): void =>
    setLines((all) => all.map((line) => (line.payout.id === id ? { ...line, ...news } : line)));

  const releaseOne = async ({ id, version }: DisbursementLine): Promise<ActOutcome<unknown>> => {
    const declared = await declaring.run({ input: { disbursementId: id, hasInterest: false } });
    if (declared.kind !== 'DONE') return declared;
    const commandKey = keys.current.get(id) ?? crypto.randomUUID();
    keys.current.set(id, commandKey);
    const answer = await releasing.run({ input: { commandKey, disbursementId: id, version } });
    if (answer.kind !== 'FAILED') keys.current.delete(id);
    return answer;
  };

  const release = async (payouts: readonly DisbursementLine[]): Promise<void> => {
    setLines(payouts.map((payout) => ({ payout, step: 'WAITING', outcome: null, at: null })));
    setRunning(true);
    for (const payout of payouts) {
      change(payout.id, { step: 'RUNNING' });
      // One after another on purpose: a person must be able to see how far it came.
      const outcome = await releaseOne(payout);
      change(payout.id, { step: 'OVER', outcome, at: new Date().toISOString() });
      if (outcome.kind === 'FAILED') break;
    }
    setRunning(false);
  };

  return { lines, isRunning, release, forget: () => setLines([]) };
}
