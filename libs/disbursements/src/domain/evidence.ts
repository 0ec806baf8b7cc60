/** Strength of a proof (domain.md C4): from none possible to a sealed full document. */
export const EVIDENCE_CLASSES = ['E0', 'E1', 'E2', 'E3', 'E4'] as const;
export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number];

/** What can be recorded, by class. E1 comes from the family's own word and from nothing else. */
export const EVIDENCE_KINDS: Readonly<Record<Exclude<EvidenceClass, 'E1'>, readonly string[]>> = {
  E0: ['NO_SAFE_PROOF', 'CONTACT_LOST_SINCE', 'RECIPIENT_DETAINED'],
  E2: ['DELIVERER_ATTESTS', 'SERVICE_PROVIDER_ATTESTS'],
  E3: ['RECEIPT', 'INVOICE', 'CONTRACT', 'PHOTO'],
  E4: ['RECEIPT', 'INVOICE', 'CONTRACT', 'COURT_PAPER', 'MEDICAL_PAPER'],
};

/** What stands in the place of a word's kind. */
export const WORD_EVIDENCE = 'ONE_TIME_WORD';

/**
 * The class that recorded proofs amount to, or null. An attestation of whoever delivered counts only together with
 * the recipient's own word.
 */
export function strongestEvidence(recorded: readonly string[]): EvidenceClass | null {
  const has = (one: EvidenceClass): boolean => recorded.includes(one);
  const reached = EVIDENCE_CLASSES.filter((one) =>
    one === 'E2' ? has('E2') && has('E1') : has(one),
  );
  return reached.at(-1) ?? null;
}

/** Whether the recorded proofs reach the required class. */
export function evidenceSuffices(required: EvidenceClass, recorded: readonly string[]): boolean {
  const reached = strongestEvidence(recorded);
  return reached !== null && reached >= required;
}

/** Text that is a class, or null. */
export function readEvidenceClass(text: string): EvidenceClass | null {
  return EVIDENCE_CLASSES.find((one) => one === text) ?? null;
}
