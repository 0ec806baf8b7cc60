/** What an approver needs to decide, without identity (decision 5). */
export interface DecisionSheet {
  /** Why this help, in the maker's words; no names. */
  readonly reason: string;
  /** Where the price comes from. */
  readonly quote: string;
  readonly code: string;
  readonly needAmountMinor: string;
  readonly amountMinor: string;
  readonly channelClass: string;
  /** A, S or B: the result of the delivery rules, not what stands behind it. */
  readonly clearance: string;
  readonly duplicateAnswer: string | null;
  readonly warnings: readonly string[];
}

/** Whom to pay and how (decision 5); names people. */
export interface PaymentInstruction {
  readonly payee: string;
  readonly account: string;
  /** What the receiver says when it is handed over. */
  readonly pickUpWord: string | null;
  readonly note: string | null;
}

/** What opens the commitment to a document that stays with the partner (E3), as base64. */
export interface CommitmentSalt {
  readonly salt: string;
}

/** A full document (E4), as base64. */
export interface SealedDocument {
  readonly content: string;
}

/** Where this domain keeps envelopes; registered with the vault at start. */
export const DISBURSEMENT_SEALED_COLUMNS = [
  {
    table: 'disbursement',
    column: 'sealed_sheet',
    tier: 'T1',
    subjectColumn: 'sheet_subject_id',
    revisionColumn: 'version',
  },
  {
    table: 'disbursement',
    column: 'sealed_instruction',
    tier: 'T0',
    subjectColumn: 'instruction_subject_id',
    revisionColumn: 'version',
  },
  {
    table: 'disbursement_evidence',
    column: 'sealed_t1',
    tier: 'T1',
    subjectColumn: 'case_id',
    revisionColumn: null,
  },
  {
    table: 'disbursement_evidence',
    column: 'sealed_document',
    tier: 'T0',
    subjectColumn: 'document_subject_id',
    revisionColumn: null,
  },
] as const;
