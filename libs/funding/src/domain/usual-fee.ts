/**
 * What the provider usually keeps of a card of the European Economic Area: so much of a thousand, and so many cents. It is
 * what a donor is told who wants to cover the fee; where it comes to more in the end, less arrives, and the page says so.
 */
export const USUAL_FEE = { usualRatePerMille: 15, feeFixedMinor: 25n } as const;
