import type { OpenedCard } from './use-card';

/** What every decision needs of the card and of the desk around it. */
export interface DeskOfCard {
  /** Opens the next card. */
  readonly moveOn: () => void;
  /** Opens this card again. */
  readonly reopen: () => void;
  readonly labelOf: (code: string) => string;
  readonly types: readonly { readonly code: string; readonly label: string }[];
  /** Who works on what is accepted; kept from card to card. */
  readonly assigneeId: string | null;
  readonly setAssigneeId: (id: string | null) => void;
}

export interface PanelProps extends DeskOfCard {
  readonly card: OpenedCard;
  readonly close: () => void;
}
