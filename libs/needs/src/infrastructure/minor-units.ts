/** bigint columns come as text from the driver; the domain holds bigints. */
export const minorUnits = {
  to: (value: bigint | undefined): string | undefined => value?.toString(),
  from: (value: string): bigint => BigInt(value),
};
