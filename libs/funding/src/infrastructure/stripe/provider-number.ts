/**
 * An amount as the provider's interface takes it: a whole number of minor units.
 * @throws Error beyond what a JSON number holds exactly, which no gift comes near
 */
export function toProviderNumber(minorUnits: bigint): number {
  const whole = Number(minorUnits);
  if (!Number.isSafeInteger(whole)) throw new Error('an amount the provider cannot take');
  return whole;
}
