/** The two sealed data tiers: T0 identity and locator, T1 story (architecture.md, "What is sealed"). */
export const TIERS = ['T0', 'T1'] as const;
export type Tier = (typeof TIERS)[number];

/** What a compartment belongs to: one case, or the inbox in which an organisation receives requests. */
export type CompartmentKind = 'CASE' | 'INTAKE';

/**
 * A compartment is the unit of access: everything of one tier of one case (or of one intake inbox)
 * lies under one key. A case has two compartments, so that its story opens without its address.
 */
export interface CompartmentRef {
  readonly kind: CompartmentKind;
  readonly organizationId: string;
  readonly compartmentId: string;
  /** The case's id, or the organisation's id for an intake inbox. */
  readonly subjectId: string;
  readonly tier: Tier;
}
