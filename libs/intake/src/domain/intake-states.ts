/** States of a request in the inbox (decisions 22 and 23). */
export const INTAKE_STATES = [
  'TO_CORRECT',
  'INBOX',
  'SCREENING',
  'ASKED',
  'ACCEPTED',
  'DECLINED',
  'CALL_OUT',
  'SUPERSEDED',
  'MERGED',
] as const;
export type IntakeState = (typeof INTAKE_STATES)[number];

export const INTAKE_SOURCES = ['KOBO', 'FAMILY', 'CASEWORKER'] as const;
export type IntakeSource = (typeof INTAKE_SOURCES)[number];
