import type { LaterAct } from '../../ui/do-later';
import type { OpenedCard } from './cards-ahead';

/** What every decision needs of the card and of the desk around it. */
export interface DeskOfCard {
  /** Opens the next card. */
  readonly moveOn: () => void;
  /** Opens the next card, and sends the decision on this one when nobody has taken it back. */
  readonly decideLater: <Done>(decision: Omit<LaterAct<Done>, 'undone'>) => void;
  /** Makes the next card ready, so that it is there as soon as this one is decided. */
  readonly prepareNext: () => void;
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
