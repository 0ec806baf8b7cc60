import { useCallback, useState } from 'react';
import { pipe, take, toPromise } from 'wonka';
import { useApi } from '../../api/api-context';
import { failureOf, type FailureKind } from '../../api/outcome';
import { VerifyAuditChainDocument, type VerifyAuditChainQuery } from './oversight.documents';

export type VerifiedChain = VerifyAuditChainQuery['verifyAuditChain'];

export interface AuditCheck {
  readonly chains: readonly VerifiedChain[];
  /** How many there are; null before the first answer. */
  readonly chainCount: number | null;
  readonly isRunning: boolean;
  readonly failure: FailureKind | null;
  readonly endedAt: string | null;
  readonly start: () => Promise<void>;
}

/** Recomputes the audit trail chain by chain, so that one sees how far it is and nobody else has to wait. */
export function useAuditCheck(): AuditCheck {
  const { desk } = useApi();
  const [chains, setChains] = useState<readonly VerifiedChain[]>([]);
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<FailureKind | null>(null);
  const [endedAt, setEndedAt] = useState<string | null>(null);
  const start = useCallback(async (): Promise<void> => {
    setChains([]);
    setFailure(null);
    setEndedAt(null);
    setRunning(true);
    let chainCount = 1;
    for (let chain = 0; chain < chainCount; chain += 1) {
      const { data, error } = await pipe(
        desk.query(
          VerifyAuditChainDocument,
          { input: { chain } },
          { requestPolicy: 'network-only' },
        ),
        take(1),
        toPromise,
      );
      if (error !== undefined || data === undefined) {
        setFailure(error === undefined ? 'FAILED' : failureOf(error));
        setRunning(false);
        return;
      }
      const { verifyAuditChain: verified } = data;
      chainCount = verified.chains;
      setChains((before) => [...before, verified]);
    }
    setRunning(false);
    setEndedAt(new Date().toISOString());
  }, [desk]);
  return { chains, chainCount: chains[0]?.chains ?? null, isRunning, failure, endedAt, start };
}
