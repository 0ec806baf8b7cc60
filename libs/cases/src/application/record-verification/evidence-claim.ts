import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { checkCode } from '../../domain/family-checks.js';
import { DOCUMENT_KINDS, VERIFICATION_EVIDENCE, type Evidence } from '../../domain/verification.js';

/** Evidence as it is claimed: a class, and the one detail that belongs to it. */
export interface EvidenceClaim {
  /** Code of `VERIFICATION_EVIDENCE`. */
  readonly evidence: string;
  readonly recognitionBasis?: string | null;
  readonly documentKind?: string | null;
  readonly refereeIds?: readonly string[] | null;
}

const DETAIL_OF = {
  LIST: 'recognitionBasis',
  DOCUMENT_SEEN: 'documentKind',
  TWO_REFEREES: 'refereeIds',
} as const;

/**
 * The claim as one kind of evidence. Invalid: `evidence` (`UNKNOWN_CODE`), its own detail (`REQUIRED`, or an unknown
 * kind of document), a detail of another class (`NOT_ALLOWED`).
 */
export function toEvidence(claim: EvidenceClaim): Result<Evidence, DomainError> {
  const evidence = checkCode('evidence', claim.evidence, VERIFICATION_EVIDENCE);
  if (!evidence.ok) return evidence;
  for (const [owner, detail] of Object.entries(DETAIL_OF)) {
    const isForeign = owner !== evidence.value && (claim[detail] ?? null) !== null;
    if (isForeign) return err(invalidInput(detail, 'NOT_ALLOWED'));
  }
  const missing = err(invalidInput(DETAIL_OF[evidence.value], 'REQUIRED'));
  const { recognitionBasis = null, documentKind = null, refereeIds = null } = claim;
  switch (evidence.value) {
    case 'LIST':
      return recognitionBasis === null ? missing : ok({ evidence: 'LIST', recognitionBasis });
    case 'DOCUMENT_SEEN': {
      if (documentKind === null) return missing;
      const kind = checkCode('documentKind', documentKind, DOCUMENT_KINDS);
      return kind.ok ? ok({ evidence: 'DOCUMENT_SEEN', documentKind: kind.value }) : kind;
    }
    case 'TWO_REFEREES':
      return refereeIds === null ? missing : ok({ evidence: 'TWO_REFEREES', refereeIds });
  }
}
