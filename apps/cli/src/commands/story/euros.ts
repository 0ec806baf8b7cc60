/** Money as the interface gives it: whole minor units as text. */
export interface Amount {
  readonly minorUnits: string;
}

/** Minor units of a euro with two decimals, such as 118.07. */
export function euros(minor: bigint): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** An amount to send. */
export function eur(minor: bigint): { readonly minorUnits: string; readonly currency: 'EUR' } {
  return { minorUnits: minor.toString(), currency: 'EUR' };
}

/** Minor units of an amount that came. */
export function minorOf({ minorUnits }: Amount): bigint {
  return BigInt(minorUnits);
}
