/** What can be seen of a payout inside the country (security.md § 8.15). */
export const RAIL_KINDS = [
  'MERCHANT',
  'CARD',
  'BANK_SENDER',
  'COURIER_ACCOUNT',
  'ORDER_EMAIL',
  'ORDER_PHONE',
  'DELIVERY_SLOT',
] as const;
export type RailKind = (typeof RAIL_KINDS)[number];

/** Families that one identifier may link (K), and for how many months a use counts. */
export const RAIL_FAMILIES = 3;
export const RAIL_MONTHS = 24;

/** One identifier of a payout with the other families that used it. */
export interface RailState {
  readonly kind: RailKind;
  /** Distinct other families within {@link RAIL_MONTHS}. */
  readonly otherFamilies: number;
  /** This family has used it before, so it links nobody new. */
  readonly isKnown: boolean;
  /** K, or the reviewed limit of a professional vendor (decision 20). */
  readonly limit: number;
}

/** The first identifier that would link too many families, or null. */
export function exhaustedRail(rails: readonly RailState[]): RailKind | null {
  const full = rails.find((rail) => !rail.isKnown && rail.otherFamilies + 1 > rail.limit);
  return full?.kind ?? null;
}

/** Spelling and spaces do not make a merchant another one. */
export function normaliseRail(value: string): string {
  return value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-/]+/g, '');
}
