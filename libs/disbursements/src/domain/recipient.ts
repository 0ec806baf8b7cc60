/** Who receives the aid. Only people can stand on a list of the state, and only somebody held is in custody. */
export const RECIPIENTS = ['FAMILY', 'PERSON_HELD', 'PERSON_RELEASED'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/**
 * Whether the state's lists matter for this payout: for whoever was in prison always, for the family where the kind of
 * need says that the money ends with a prisoner (flags `L`, `L_HARD` of domain.md D).
 */
export function countsAsListed(
  recipient: Recipient,
  needFlags: readonly string[],
  someoneListed: boolean,
): boolean {
  if (!someoneListed) return false;
  return recipient !== 'FAMILY' || needFlags.includes('L') || needFlags.includes('L_HARD');
}
