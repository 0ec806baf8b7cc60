/** Where this domain keeps envelopes of the inbox and of cases; what is sealed to a family's words is not renewed. */
export const MAILBOX_SEALED_COLUMNS = [
  {
    table: 'mailbox_message',
    column: 'sealed_inbox',
    tier: 'T1',
    subjectColumn: 'organization_id',
    revisionColumn: 'revision',
  },
  {
    table: 'mailbox_message',
    column: 'sealed_case',
    tier: 'T1',
    subjectColumn: 'case_id',
    revisionColumn: 'revision',
  },
  {
    table: 'outside_note',
    column: 'sealed_t0',
    tier: 'T0',
    subjectColumn: 'organization_id',
    revisionColumn: null,
  },
] as const;
