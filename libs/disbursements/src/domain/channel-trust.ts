export type ChannelTrust = 'UNKNOWN' | 'VERIFIED' | 'DEGRADED' | 'COMPROMISED';

/**
 * The trust a delivery can rely on: that of the best channel. Only a case whose every channel is compromised counts as
 * compromised; one without any is unknown and null.
 */
export function bestTrust(trusts: readonly ChannelTrust[]): ChannelTrust | null {
  const order: readonly ChannelTrust[] = ['VERIFIED', 'DEGRADED', 'UNKNOWN', 'COMPROMISED'];
  return order.find((trust) => trusts.includes(trust)) ?? null;
}
