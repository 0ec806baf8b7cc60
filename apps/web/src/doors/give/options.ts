import type { GiveOptionsQuery } from './giving.documents';

/** What a donor may choose from, and must know before paying. */
export type Options = GiveOptionsQuery['giveOptions'];
