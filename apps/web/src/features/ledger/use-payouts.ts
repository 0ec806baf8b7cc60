import { useRead } from '../../api/use-read';
import { PayoutsOfReleasesDocument } from './ledger.documents';
import type { FollowedAid } from './use-thread';

/** Payouts by the release that paid them, for as many releases as a page shows; null while they are read. */
export function usePayoutsOf(
  releaseTransferIds: readonly string[],
): ReadonlyMap<string, FollowedAid> | null {
  const isPaused = releaseTransferIds.length === 0;
  const { data, failure } = useRead(
    PayoutsOfReleasesDocument,
    { input: { first: 50, after: null, releaseTransferIds } },
    { isPaused, topics: ['disbursement'] },
  );
  if (!isPaused && data === null && failure === null) return null;
  return new Map(
    data?.disbursements.edges.map(({ node }) => [node.releaseTransferId ?? '', node]) ?? [],
  );
}
