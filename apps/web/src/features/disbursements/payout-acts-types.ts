import type { Payout } from './payout-detail-types';

/** What each act needs: the payout as it stands, and whom to tell that it is done. */
export interface ActProps {
  readonly payout: Payout;
  readonly done: () => void;
}
