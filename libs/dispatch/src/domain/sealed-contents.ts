/** What a volunteer needs to do a task, and no more. */
export interface TaskDetails {
  /** What to do. */
  readonly what: string;
  /** Where: a locker, a desk, a station; null where it is done from home. */
  readonly place: string | null;
  /** Whom to meet or to name, if anybody. */
  readonly contact: string | null;
}

/** One question, answer or note. */
export interface TaskWords {
  readonly text: string;
}

/** The papers of a task: all of them lie in one compartment, whose tier hangs on the kind of task. */
export const PAPER_KINDS = ['DETAILS', 'NOTE', 'QUESTION', 'ANSWER'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

const PAPERS = {
  table: 'task_paper',
  column: 'sealed_text',
  subjectColumn: 'task_id',
  revisionColumn: null,
} as const;

/** Where this domain keeps envelopes; registered with the vault at start. A task has one of the two tiers. */
export const TASK_SEALED_COLUMNS = [
  { ...PAPERS, tier: 'T0' },
  { ...PAPERS, tier: 'T1' },
] as const;
