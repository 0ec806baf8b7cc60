import type { NeedQuery } from './need.documents';

/** One need with all that somebody who opens it may see. */
export type OpenedNeed = Extract<NeedQuery['need'], { readonly __typename: 'Need' }>;
