import type { GiftQuery } from './funding.documents';

/** One gift as its own page has it: nothing in it says who gave. */
export type Gift = Extract<GiftQuery['gift'], { readonly __typename: 'GiftDetail' }>;
