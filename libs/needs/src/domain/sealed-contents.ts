import type { TriageFacts } from './triage-score.js';

/** What stands inside the envelope of a need (T1: the story, no names). */
export interface NeedStory {
  readonly note: string | null;
  /** Who would be paid or asked: a clinic, a landlord, a lawyer. */
  readonly vendor: string | null;
  readonly facts: TriageFacts | null;
}

/** Where this domain keeps envelopes; registered with the vault at start. */
export const NEED_SEALED_COLUMNS = [
  {
    table: 'need',
    column: 'sealed_t1',
    tier: 'T1',
    subjectColumn: 'case_id',
    revisionColumn: 'sealed_revision',
  },
] as const;
