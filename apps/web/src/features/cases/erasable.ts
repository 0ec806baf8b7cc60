import type { Operation } from '../../ui/may';
import type { CaseErasuresQuery } from './erasures.documents';

type Found = Extract<CaseErasuresQuery['caseErasures'], { readonly __typename: 'CaseErasures' }>;

/** A case whose time of keeping is over. */
export type ErasableCase = Found['cases']['edges'][number]['node'];

/** The first and the second of two signatures. */
export type ErasureAct = 'PROPOSE' | 'CONFIRM';

/** The signature that I can give: whoever may propose never confirms. */
export function erasureActOf(
  row: ErasableCase,
  may: (operation: Operation) => boolean,
): ErasureAct | null {
  if (may('proposeCaseErasure')) return row.proposedBy === null ? 'PROPOSE' : null;
  return row.proposedBy !== null && may('confirmCaseErasure') ? 'CONFIRM' : null;
}
