import type { MatchNeedQuery } from './need.documents';

type Match = Extract<MatchNeedQuery['matchNeed'], { readonly __typename: 'NeedMatchType' }>;

/** A fund held against one need: whether it may pay, and why. */
export type MatchedFund = Match['funds'][number];
