import type { PublicTotalsQuery } from './totals.documents';

/** What everybody may know of an organisation's help. */
export type Totals = PublicTotalsQuery['publicTotals'];
export type OneMonth = Totals['months'][number];
