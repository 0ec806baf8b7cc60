import type { GiftStory } from './use-page';

/** A gift that comes every month. */
export type Monthly = GiftStory['page']['monthlyGifts'][number];
