import type { GiftsQuery } from './funding.documents';

/** A gift as the interface gives it: nothing in it says who gave. */
export type Gift = GiftsQuery['gifts']['edges'][number]['node'];
