import { err, invalidInput, ok, refused } from '@kinward/kernel';
import type { DomainError, Result } from '@kinward/kernel';
import { checkDay } from './calendar-day.js';
import type { CalendarDay } from './calendar-day.js';

export const VERIFICATION_EVIDENCE = ['LIST', 'DOCUMENT_SEEN', 'TWO_REFEREES'] as const;
export type VerificationEvidence = (typeof VERIFICATION_EVIDENCE)[number];

/** True for a code of {@link VERIFICATION_EVIDENCE}. */
export function isVerificationEvidence(text: string | null): text is VerificationEvidence {
  return (VERIFICATION_EVIDENCE as readonly (string | null)[]).includes(text);
}

/** Documents by kind only: what was seen is noted, its content is never kept. */
export const DOCUMENT_KINDS = [
  'CHARGE',
  'VERDICT',
  'SEARCH_RECORD',
  'RELEASE_CERTIFICATE',
  'PRISON_LETTER',
  'FINE_ORDER',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What the evidence is. There is no place for a copy: "seen, not stored" (domain.md B, story 17). */
export type Evidence =
  | { readonly evidence: 'LIST'; readonly recognitionBasis: string }
  | { readonly evidence: 'DOCUMENT_SEEN'; readonly documentKind: DocumentKind }
  | { readonly evidence: 'TWO_REFEREES'; readonly refereeIds: readonly string[] };

export type Verification = Evidence & {
  readonly verifierId: string;
  readonly verifiedOn: CalendarDay;
};

/** What the jurisdiction pack says about a recognition basis. */
export interface RecognitionRule {
  readonly code: string;
  readonly isListEvidence: boolean;
}

export interface VerificationCheck {
  readonly verification: Verification;
  readonly recognitionBases: readonly RecognitionRule[];
  readonly today: CalendarDay;
}

/**
 * Whether the evidence is good enough to open a case. Refuses `NOT_LIST_EVIDENCE` for a basis that
 * is pending or nobody's, `TWO_DIFFERENT_REFEREES_REQUIRED`, `VERIFIER_IS_REFEREE`; invalid are
 * unknown codes and a day that is none or in the future.
 */
export function checkVerification({
  verification,
  recognitionBases,
  today,
}: VerificationCheck): Result<Verification, DomainError> {
  const verifiedOn = checkDay('verifiedOn', verification.verifiedOn);
  if (!verifiedOn.ok) return verifiedOn;
  if (verifiedOn.value > today) return err(invalidInput('verifiedOn', 'IN_THE_FUTURE'));
  const problem = problemOf(verification, recognitionBases);
  return problem === null ? ok(verification) : err(problem);
}

function problemOf(
  verification: Verification,
  recognitionBases: readonly RecognitionRule[],
): DomainError | null {
  switch (verification.evidence) {
    case 'LIST': {
      const basis = recognitionBases.find(({ code }) => code === verification.recognitionBasis);
      if (basis === undefined) return invalidInput('recognitionBasis', 'UNKNOWN_CODE');
      return basis.isListEvidence ? null : refused('NOT_LIST_EVIDENCE');
    }
    case 'DOCUMENT_SEEN':
      return DOCUMENT_KINDS.includes(verification.documentKind)
        ? null
        : invalidInput('documentKind', 'UNKNOWN_CODE');
    case 'TWO_REFEREES':
      return refereeProblem(verification.refereeIds, verification.verifierId);
  }
}

function refereeProblem(refereeIds: readonly string[], verifierId: string): DomainError | null {
  if (refereeIds.length !== 2 || new Set(refereeIds).size !== 2) {
    return refused('TWO_DIFFERENT_REFEREES_REQUIRED');
  }
  return refereeIds.includes(verifierId) ? refused('VERIFIER_IS_REFEREE') : null;
}
