import type { GrantsQuery } from './funding.documents';

/** A grant as the interface gives it. */
export type Grant = GrantsQuery['grants'][number];
