import type { TaskKind, TaskPriority } from './task-kinds.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Minutes in which a claim must be accepted before it lapses (domain.md C5: 30 min for P0, 12 h else). */
export const CLAIM_MINUTES: Readonly<Record<TaskPriority, number>> = {
  P0: 30,
  P1: 720,
  P2: 720,
  P3: 720,
  P4: 720,
};

/** Minutes before the end of a lease at which the holder is reminded, once. */
export const REMIND_MINUTES: Readonly<Record<TaskPriority, number>> = {
  P0: 10,
  P1: 120,
  P2: 120,
  P3: 120,
  P4: 120,
};

/** Minutes for which one ring has a task for itself before the next is asked as well. */
export const RING_MINUTES: Readonly<Record<TaskPriority, number>> = {
  P0: 10,
  P1: 60,
  P2: 240,
  P3: 720,
  P4: 1_440,
};

/** People in one ring; life and liberty ask everybody whom the details are sealed to. */
export const RING_SIZE: Readonly<Record<TaskPriority, number>> = {
  P0: 60,
  P1: 20,
  P2: 12,
  P3: 12,
  P4: 12,
};

/** Details are sealed to so many people at most: it costs a signature and a box for each (ADR 0015). */
export const MOST_SEALED = 60;

/** When the work must be reported; never after the task itself is due. */
export function workLapsesAt(kind: TaskKind, from: Date, dueAt: Date): Date {
  return new Date(Math.min(from.getTime() + kind.workHours * HOUR_MS, dueAt.getTime()));
}
