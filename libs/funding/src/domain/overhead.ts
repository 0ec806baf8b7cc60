/** The account that holds what funders allow for the work itself; money on it is no fund's any more. */
export const OVERHEAD_ACCOUNT = 'OVERHEAD';

const WHOLE = 100n;

/**
 * Splits an instalment between the work itself and its fund (domain.md, duty 41; demo.md, 7 % of G-NORTH). Whole
 * minor units; what does not divide stays in the fund, so that however a grant is cut into instalments the share is
 * never above what the funder allows. @param percent whole, 0 to 100; absent for none
 */
export function splitOverhead(
  amountMinor: bigint,
  percent: number | undefined,
): { readonly overheadMinor: bigint; readonly fundMinor: bigint } {
  const overheadMinor = (amountMinor * BigInt(percent ?? 0)) / WHOLE;
  return { overheadMinor, fundMinor: amountMinor - overheadMinor };
}
