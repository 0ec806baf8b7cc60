/** Why somebody looks at who a family is (decision 9). */
export const REVEAL_PURPOSES = [
  'CONTACT_FAMILY',
  'VERIFY_CASE',
  'PREPARE_DELIVERY',
  'LEGAL_HELP',
  'EMERGENCY',
  'FAMILY_ASKED',
  'HANDOVER',
] as const;

/** How long a reveal may be shown: 15 minutes (decision 9). */
export const REVEAL_MINUTES = 15;
