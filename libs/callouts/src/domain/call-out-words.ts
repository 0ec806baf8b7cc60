/** What somebody said when raising the alarm, in words; without names, which belong into the case. */
export interface CallOutWords {
  readonly text: string;
}

/** Longest text. */
const WORDS_LENGTH = 2_000;
/** C0 and C1 controls but line breaks and tabs, and marks that change the direction of writing. */
const FORBIDDEN = /(?![\n\t])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Why a text may not be sealed, or null: EMPTY, TOO_LONG, FORBIDDEN_CHARACTER. */
export function wordsFault(text: string): string | null {
  if (text.trim() === '') return 'EMPTY';
  if (text.length > WORDS_LENGTH) return 'TOO_LONG';
  return FORBIDDEN.test(text) ? 'FORBIDDEN_CHARACTER' : null;
}

/** Where this domain keeps envelopes; registered with the vault at start. */
export const CALL_OUT_SEALED_COLUMNS = [
  {
    table: 'call_out',
    column: 'sealed_words',
    tier: 'T1',
    subjectColumn: 'id',
    revisionColumn: null,
  },
] as const;
