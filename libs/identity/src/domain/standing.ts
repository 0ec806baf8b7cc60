/** How a person stands with the organisation. SUSPENDED holds no session; PROBATION holds no identities. */
export const STANDINGS = ['ACTIVE', 'PROBATION', 'SUSPENDED'] as const;
export type Standing = (typeof STANDINGS)[number];
