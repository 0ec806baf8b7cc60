/** What the payment provider usually keeps of a card payment. */
export interface ProviderFee {
  readonly perMille: bigint;
  readonly fixedMinor: bigint;
}

/** What is to be paid so that `netMinor` is left of it after the fee; a part of a cent is rounded up. */
export function withFee(netMinor: bigint, { perMille, fixedMinor }: ProviderFee): bigint {
  const left = 1000n - perMille;
  return ((netMinor + fixedMinor) * 1000n + left - 1n) / left;
}
