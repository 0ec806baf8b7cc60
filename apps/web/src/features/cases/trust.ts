/** From the worst to the best. */
const TRUSTS = ['COMPROMISED', 'DEGRADED', 'UNKNOWN', 'VERIFIED'] as const;

/** The lowest trust among the ways to a family; null where there is none. */
export function lowestTrust(
  channels: readonly { readonly trust: string }[],
): (typeof TRUSTS)[number] | null {
  return TRUSTS.find((trust) => channels.some((channel) => channel.trust === trust)) ?? null;
}
