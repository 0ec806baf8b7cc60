/** How soon a family needs an answer (domain.md D). P0: life, liberty, a child alone; P4: planned by date. */
export const PRIORITIES = ['P0', 'P1', 'P2', 'P3', 'P4'] as const;
export type Priority = (typeof PRIORITIES)[number];
