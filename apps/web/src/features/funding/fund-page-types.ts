import type { FundsQuery } from './funding.documents';

/** A fund as the interface gives it. */
export type Fund = FundsQuery['funds'][number];
