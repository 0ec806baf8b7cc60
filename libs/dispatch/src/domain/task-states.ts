/** The states of a task, in the order of its life (domain.md C5). */
export const TASK_STATES = [
  'DRAFT',
  'CLEARED',
  'OPEN',
  'CLAIMED',
  'ACCEPTED',
  'IN_PROGRESS',
  'REPORTED',
  'VERIFIED',
  'RETURNED_TO_POOL',
  'EXPIRED',
  'CANCELLED',
  'FAILED',
  'ABORTED_UNSAFE',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Somebody has it in hand, under a lease; these count against the limit of a volunteer. */
export const HELD_STATES = [
  'CLAIMED',
  'ACCEPTED',
  'IN_PROGRESS',
] as const satisfies readonly TaskState[];

/** Where the one holder may open the details (domain.md C5: readable only ACCEPTED..REPORTED). */
export const READABLE_STATES = ['ACCEPTED', 'IN_PROGRESS'] as const satisfies readonly TaskState[];

/** Before somebody has reported, so that it can still be called off. */
export const BEFORE_REPORT = [
  'DRAFT',
  'CLEARED',
  'OPEN',
  'RETURNED_TO_POOL',
  'CLAIMED',
  'ACCEPTED',
  'IN_PROGRESS',
] as const satisfies readonly TaskState[];

/** In nobody's hands and not begun: what runs out by itself. */
export const UNHELD_STATES = [
  'DRAFT',
  'CLEARED',
  'OPEN',
  'RETURNED_TO_POOL',
] as const satisfies readonly TaskState[];

/** Nobody works on it any more. */
export const ENDED_STATES = [
  'VERIFIED',
  'EXPIRED',
  'CANCELLED',
  'FAILED',
  'ABORTED_UNSAFE',
] as const satisfies readonly TaskState[];
