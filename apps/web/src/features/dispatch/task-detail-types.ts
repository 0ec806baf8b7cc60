import type { DeskTaskQuery } from './desk.documents';

export type OpenedTask = Extract<DeskTaskQuery['task'], { readonly __typename: 'TaskWithSteps' }>;
