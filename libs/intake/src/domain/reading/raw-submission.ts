import type { FieldPath, MemberField } from '../form/form-fields.js';

export type RawMember = Partial<Record<MemberField, string>>;

/** One submission as the file has it: texts, not yet judged. */
export interface RawSubmission {
  /** The export's own number of the row; its place in the file where the file has none. */
  readonly index: number;
  /** Id of the submission; an edit gives it a new one. Null where the file has none. */
  readonly uuid: string | null;
  /** Id that all edits of one submission share. */
  readonly rootUuid: string | null;
  /** When it was sent, as the file has it. */
  readonly submittedAt: string | null;
  /** Whether the form asks which organisation it is for. */
  readonly asksForOrganisation: boolean;
  readonly answers: ReadonlyMap<FieldPath, string>;
  /** Null where the file cannot carry members: a CSV export drops the repeat group. */
  readonly members: readonly RawMember[] | null;
  /** Answers to questions that the form does not have, by heading. */
  readonly others: Readonly<Record<string, string>>;
}
