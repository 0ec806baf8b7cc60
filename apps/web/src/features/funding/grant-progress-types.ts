import type { GrantProgressQuery } from './grants.documents';

/** A grant with its pace and its alarm, as the interface gives it. */
export type GrantProgress = GrantProgressQuery['grantProgress'][number];
export type LineProgress = GrantProgress['lines'][number];
