export const INBOX_ORDERS = ['RECEIVED', 'URGENCY'] as const;
export type InboxOrder = (typeof INBOX_ORDERS)[number];

export interface InboxFilter {
  readonly states?: readonly string[] | null;
  /** Group of a need that was ticked, such as `MED`. */
  readonly needGroup?: string | null;
  readonly region?: string | null;
  readonly source?: string | null;
  /** With a text that had to be made harmless, or without one. */
  readonly hasWarnings?: boolean | null;
  readonly maybeDuplicate?: boolean | null;
  /** A later version waits beside it, or the consent was taken back. */
  readonly hasProposedChange?: boolean | null;
  readonly screenerId?: string | null;
  readonly caseId?: string | null;
}

export interface InboxPage {
  readonly first: number;
  readonly after?: string | null;
  readonly orderBy: InboxOrder;
  readonly filter?: InboxFilter | null;
}
