/** Minor units: below, the provider's fee eats the gift; above, a conversation comes first. */
export const GIFT_LIMITS = { leastMinor: 200n, mostMinor: 1_000_000n } as const;
