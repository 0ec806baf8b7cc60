/**
 * How many people must approve (decision 16): one up to the ceiling of the need's code, two above it, always two where
 * the ceiling is 0. The need's whole amount decides, so that nobody gets below the ceiling by paying in parts.
 */
export function approvalsRequired(ceilingMinor: bigint, needAmountMinor: bigint): 1 | 2 {
  return ceilingMinor > 0n && needAmountMinor <= ceilingMinor ? 1 : 2;
}
