/** The two sealed data tiers: T0 identity and locator, T1 story (architecture.md, "What is sealed"). */
export const TIERS = ['T0', 'T1'] as const;
export type Tier = (typeof TIERS)[number];

/**
 * What a compartment belongs to: one case, the inbox in which an organisation receives requests, one paper that is
 * shown to few (a decision sheet, a payment instruction, a document of evidence), the details of one task, the words of
 * one call-out (decisions 2, 5), or a family on its way to another organisation (ADR 0021), which has no row of its own.
 */
export type CompartmentKind =
  'CASE' | 'INTAKE' | 'SHEET' | 'INSTRUCTION' | 'EVIDENCE' | 'TASK' | 'CALL_OUT' | 'TRANSFER';

/**
 * A compartment is the unit of access: everything of one tier of one case (or of one intake inbox)
 * lies under one key. A case has two compartments, so that its story opens without its address.
 */
export interface CompartmentRef {
  readonly kind: CompartmentKind;
  readonly organizationId: string;
  readonly compartmentId: string;
  /** The case's id, the organisation's id for an intake inbox, or a random id for a single paper. */
  readonly subjectId: string;
  readonly tier: Tier;
}
