import type { MyTimeQuery } from './mine.documents';

export type Mine = Extract<
  MyTimeQuery['myVolunteering'],
  { readonly __typename: 'MyVolunteering' }
>;
