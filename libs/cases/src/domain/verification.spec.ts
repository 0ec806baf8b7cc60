import { describe, expect, it } from '@jest/globals';
import { checkVerification } from './verification.js';
import type { DocumentKind, Evidence } from './verification.js';

const today = '2030-06-30';
const recognitionBases = [
  { code: 'LISTED', isListEvidence: true },
  { code: 'PENDING', isListEvidence: false },
];

function attempt(evidence: Evidence, verifiedOn: string = today): string {
  const checked = checkVerification({
    verification: { ...evidence, verifierId: 'verifier', verifiedOn },
    recognitionBases,
    today,
  });
  if (checked.ok) return 'good';
  return 'reason' in checked.error ? checked.error.reason : checked.error.kind;
}

describe('checkVerification', () => {
  it.each<[string, Evidence, string]>([
    ['a recognised list', { evidence: 'LIST', recognitionBasis: 'LISTED' }, 'good'],
    [
      'recognition still pending',
      { evidence: 'LIST', recognitionBasis: 'PENDING' },
      'NOT_LIST_EVIDENCE',
    ],
    ['a list nobody knows', { evidence: 'LIST', recognitionBasis: 'RUMOUR' }, 'UNKNOWN_CODE'],
    ['a verdict that was seen', { evidence: 'DOCUMENT_SEEN', documentKind: 'VERDICT' }, 'good'],
    [
      'an unknown kind of document',
      { evidence: 'DOCUMENT_SEEN', documentKind: 'SELFIE' as DocumentKind },
      'UNKNOWN_CODE',
    ],
    ['two referees', { evidence: 'TWO_REFEREES', refereeIds: ['r-1', 'r-2'] }, 'good'],
    [
      'one referee',
      { evidence: 'TWO_REFEREES', refereeIds: ['r-1'] },
      'TWO_DIFFERENT_REFEREES_REQUIRED',
    ],
    [
      'one referee twice',
      { evidence: 'TWO_REFEREES', refereeIds: ['r-1', 'r-1'] },
      'TWO_DIFFERENT_REFEREES_REQUIRED',
    ],
    [
      'three referees',
      { evidence: 'TWO_REFEREES', refereeIds: ['r-1', 'r-2', 'r-3'] },
      'TWO_DIFFERENT_REFEREES_REQUIRED',
    ],
    [
      'the verifier as referee',
      { evidence: 'TWO_REFEREES', refereeIds: ['r-1', 'verifier'] },
      'VERIFIER_IS_REFEREE',
    ],
  ])('%s', (_name, evidence, outcome) => {
    expect(attempt(evidence)).toBe(outcome);
  });

  it.each([
    ['2030-07-01', 'IN_THE_FUTURE'],
    ['2030-06-31', 'NOT_A_DAY'],
    ['2020-01-01', 'good'],
  ])('verified on %s: %s', (day, outcome) => {
    expect(attempt({ evidence: 'LIST', recognitionBasis: 'LISTED' }, day)).toBe(outcome);
  });
});
