import type { ComplaintsQuery } from './complaints.documents';
import type { MailboxesQuery } from './mailboxes.documents';
import type { OutsideNotesQuery } from './outside.documents';

/** Rows of the three lists of this feature. */
export type MailboxLine = MailboxesQuery['mailboxes']['edges'][number]['node'];
export type ComplaintLine = ComplaintsQuery['complaints']['edges'][number]['node'];
export type OutsideLine = OutsideNotesQuery['outsideNotes']['edges'][number]['node'];

/** Key of what stands in the way of writing into a mailbox, or that nothing does. */
export function stateOf({
  state,
  heldOn,
  pausedOn,
  destroyedOn,
}: Pick<MailboxLine, 'state' | 'heldOn' | 'pausedOn' | 'destroyedOn'>):
  'destroyed' | 'closed' | 'held' | 'paused' | 'open' {
  if (state === 'CLOSED') return destroyedOn === null ? 'closed' : 'destroyed';
  if (heldOn !== null) return 'held';
  return pausedOn === null ? 'open' : 'paused';
}
