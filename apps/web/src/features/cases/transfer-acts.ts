import type { CaseTransfersQuery } from './transfers.documents';

type Found = Extract<CaseTransfersQuery['caseTransfers'], { readonly __typename: 'CaseTransfers' }>;

/** An offer between two organisations, as either side sees it. */
export type Transfer = Found['transfers']['edges'][number]['node'];

/** What either side may do with an offer, with the letter of each. */
export const TRANSFER_ACTS = [
  { name: 'SEND', letter: 's' },
  { name: 'RECEIVE', letter: 'r' },
  { name: 'ACCEPT', letter: 'a' },
  { name: 'DECLINE', letter: 'd' },
  { name: 'WITHDRAW', letter: 'w' },
] as const;

export type TransferAct = (typeof TRANSFER_ACTS)[number]['name'];

/** In which state of an offer an act is possible (libs/cases, `case-transfer.ts`). */
export const FROM: Readonly<Record<TransferAct, readonly Transfer['state'][]>> = {
  ACCEPT: ['OFFERED'],
  DECLINE: ['OFFERED', 'ACCEPTED'],
  WITHDRAW: ['OFFERED', 'ACCEPTED', 'SENT'],
  SEND: ['ACCEPTED'],
  RECEIVE: ['SENT'],
};

/** Acts of the organisation that hands over; the others are the receiver's. */
const SENDERS: readonly TransferAct[] = ['SEND', 'WITHDRAW'];

/** Why an organisation does not take a family on. */
export const DECLINE_REASONS = ['NO_CAPACITY', 'OUTSIDE_MANDATE', 'NO_SAFE_WAY_TO_HELP'] as const;

/** States in which a family may be offered to another organisation. */
export const OFFERABLE: readonly string[] = ['ACTIVE', 'TRANSITION'];

/** What I may do with an offer now; what was sealed to somebody else is theirs to open. */
export function actsOn(transfer: Transfer, myId: string): readonly TransferAct[] {
  return TRANSFER_ACTS.map(({ name }) => name).filter(
    (act) =>
      SENDERS.includes(act) === transfer.isOutgoing &&
      FROM[act].includes(transfer.state) &&
      (act !== 'RECEIVE' || transfer.receiverId === myId),
  );
}

/** The act that brings an offer on, where it is my turn. */
export function turnOf(transfer: Transfer, myId: string): TransferAct | null {
  return actsOn(transfer, myId).find((act) => act !== 'WITHDRAW' && act !== 'DECLINE') ?? null;
}
