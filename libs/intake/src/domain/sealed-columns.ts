/** Where this domain keeps envelopes; the subject of the INTAKE compartment is the organisation itself. */
export const INTAKE_SEALED_COLUMNS = [
  {
    table: 'intake_request',
    column: 'sealed_t0',
    tier: 'T0',
    subjectColumn: 'organization_id',
    revisionColumn: 'sealed_revision',
  },
  {
    table: 'intake_request',
    column: 'sealed_t1',
    tier: 'T1',
    subjectColumn: 'organization_id',
    revisionColumn: 'sealed_revision',
  },
  {
    table: 'intake_request',
    column: 'proposed_t0',
    tier: 'T0',
    subjectColumn: 'organization_id',
    revisionColumn: 'proposed_revision',
  },
  {
    table: 'intake_request',
    column: 'proposed_t1',
    tier: 'T1',
    subjectColumn: 'organization_id',
    revisionColumn: 'proposed_revision',
  },
  // What a request said, kept with the case that it became or belongs to.
  {
    table: 'intake_request',
    column: 'kept_t0',
    tier: 'T0',
    subjectColumn: 'case_id',
    revisionColumn: 'kept_revision',
  },
  {
    table: 'intake_request',
    column: 'kept_t1',
    tier: 'T1',
    subjectColumn: 'case_id',
    revisionColumn: 'kept_revision',
  },
] as const;
