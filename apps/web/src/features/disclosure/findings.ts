/** What may be noted about a payment, in the order of the choice. */
export const FINDINGS = [
  'OK',
  'EVIDENCE_MISSING',
  'EVIDENCE_WEAK',
  'SIGNATURE_MISSING',
  'AMOUNT_DIFFERS',
  'LATE',
  'RULE_BROKEN',
  'CANNOT_TELL',
] as const;
export type Finding = (typeof FINDINGS)[number];
