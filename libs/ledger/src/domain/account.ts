/** What an account is in double-entry terms; a fund is a restricted part of net assets. */
export type AccountKind = 'ASSET' | 'LIABILITY' | 'FUND' | 'EXPENSE';

/** The accounts that every organisation has once; funds are opened beside them. */
export const STANDARD_ACCOUNTS = {
  BANK: 'ASSET',
  STRIPE: 'ASSET',
  AID_IN_TRANSIT: 'ASSET',
  DONOR_RECEIVABLE: 'ASSET',
  AID_PAYABLE: 'LIABILITY',
} as const satisfies Record<string, AccountKind>;
export type StandardAccount = keyof typeof STANDARD_ACCOUNTS;

/** An account's sums in minor units. All of them only grow, but for what is pending. */
export interface AccountTotals {
  readonly debitsPending: bigint;
  readonly debitsPosted: bigint;
  readonly creditsPending: bigint;
  readonly creditsPosted: bigint;
}

export const NO_TOTALS: AccountTotals = {
  debitsPending: 0n,
  debitsPosted: 0n,
  creditsPending: 0n,
  creditsPosted: 0n,
};

/** Sums two sets of totals, part by part. */
export function addTotals(one: AccountTotals, other: AccountTotals): AccountTotals {
  return {
    debitsPending: one.debitsPending + other.debitsPending,
    debitsPosted: one.debitsPosted + other.debitsPosted,
    creditsPending: one.creditsPending + other.creditsPending,
    creditsPosted: one.creditsPosted + other.creditsPosted,
  };
}

/**
 * What a fund can still give, in minor units: credits that have arrived, less what has left and less what is
 * set aside. Pending credits do not count (the two-phase model of TigerBeetle, security.md § 3.2).
 */
export function available(totals: AccountTotals): bigint {
  return totals.creditsPosted - totals.debitsPosted - totals.debitsPending;
}
