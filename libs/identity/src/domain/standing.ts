/** How a person stands with the organisation. SUSPENDED holds no session; PROBATION holds no identities. */
export type Standing = 'ACTIVE' | 'PROBATION' | 'SUSPENDED';
