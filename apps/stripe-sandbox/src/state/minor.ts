/** An amount as the API writes it: a whole number of minor units (cents) in JSON. */
export type Minor = number;

/** Amounts that the API writes as decimal strings; the SDK reads them into its own class. */
export function decimalText<Decimal>(minor: Minor): Decimal {
  return String(minor) as unknown as Decimal;
}
