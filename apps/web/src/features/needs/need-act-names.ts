import type { Operation } from '../../ui/may';

/** Acts on one need by the names of its state machine, with the letter of each and the operation that it needs. */
export const ACTS = [
  { name: 'SUBMIT', letter: 's', operation: 'screenNeed', isMain: true },
  { name: 'ASSESS', letter: 'e', operation: 'assessNeed', isMain: true },
  { name: 'APPROVE', letter: 'p', operation: 'approveNeed', isMain: true },
  { name: 'WAIT_FOR_FUNDS', letter: 'w', operation: 'putOnWaitingList', isMain: false },
  { name: 'SEND_BACK', letter: 'b', operation: 'sendBackNeed', isMain: false },
  { name: 'REJECT', letter: 'r', operation: 'rejectNeed', isMain: false },
  { name: 'ASSIGN', letter: 'a', operation: 'actOnNeeds', isMain: false },
  { name: 'CANCEL', letter: 'c', operation: 'cancelNeed', isMain: false },
] as const satisfies readonly {
  readonly name: string;
  readonly letter: string;
  readonly operation: Operation;
  readonly isMain: boolean;
}[];

export type NeedActName = (typeof ACTS)[number]['name'];
