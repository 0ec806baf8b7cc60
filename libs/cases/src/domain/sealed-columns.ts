/** Where this domain keeps envelopes; registered with the vault at start. */
export const CASE_SEALED_COLUMNS = [
  { table: 'case_file', column: 'sealed_t1', tier: 'T1', subjectColumn: 'id', revisionColumn: null },
  { table: 'household', column: 'sealed_t1', tier: 'T1', subjectColumn: 'case_id', revisionColumn: 'version' },
  { table: 'household_member', column: 'sealed_t0', tier: 'T0', subjectColumn: 'case_id', revisionColumn: 'version' },
  { table: 'household_member', column: 'sealed_t1', tier: 'T1', subjectColumn: 'case_id', revisionColumn: 'version' },
  { table: 'prisoner', column: 'sealed_t0', tier: 'T0', subjectColumn: 'case_id', revisionColumn: 'version' },
  { table: 'prisoner', column: 'sealed_t1', tier: 'T1', subjectColumn: 'case_id', revisionColumn: 'version' },
  { table: 'prisoner_status', column: 'sealed_t1', tier: 'T1', subjectColumn: 'case_id', revisionColumn: null },
  { table: 'contact_channel', column: 'sealed_t0', tier: 'T0', subjectColumn: 'case_id', revisionColumn: null },
  { table: 'contact_attempt', column: 'sealed_t1', tier: 'T1', subjectColumn: 'case_id', revisionColumn: null },
  { table: 'consent', column: 'sealed_t1', tier: 'T1', subjectColumn: 'case_id', revisionColumn: null },
] as const;
