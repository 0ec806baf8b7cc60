import type { DisbursementState } from './payouts.documents';

/** Reasons by the act that needs one; a reason is a code, never a text. */
export const REASONS = {
  OVERRIDE: [
    'HANDSHAKE_CONFIRMED_BY_PHONE',
    'PARTNER_VOUCHES',
    'RISK_ACCEPTED_BY_FAMILY',
    'NO_OTHER_WAY',
  ],
  BLOCK: ['UNSAFE_NOW', 'CHOOSE_ANOTHER_WAY', 'INFORMANT_SUSPECTED', 'INCIDENT'],
  REJECT: ['PRICE_UNCLEAR', 'NOT_THIS_NEED', 'DUPLICATE', 'WRONG_WAY', 'QUOTE_MISSING'],
  CANCEL: ['NOT_NEEDED', 'FAMILY_ASKED', 'WRONG_DETAILS', 'REPLACED', 'CASE_CHANGED'],
  FAIL: ['BANK_REFUSED', 'WRONG_DETAILS', 'RECIPIENT_UNREACHABLE', 'VENDOR_REFUSED'],
  RETURN: ['NOT_COLLECTED', 'SENT_BACK', 'FACILITY_REFUSED'],
  LOSE: ['SEIZED_AT_BORDER', 'SEIZED_IN_SEARCH', 'CARRIER_LOST', 'CARRIER_DETAINED'],
  FREEZE: [
    'INCIDENT',
    'ROUTE_EXPOSED',
    'PARTNER_DETAINED',
    'FUND_UNDER_REVIEW',
    'PROVOCATION_SUSPECTED',
  ],
  DISPUTE: ['FAMILY_SAYS_NO', 'LESS_THAN_PAID', 'SAFEGUARDING', 'FRAUD_SUSPECTED'],
  RECEIVED: ['RECEIVED_AFTER_ALL', 'MISUNDERSTANDING', 'INVESTIGATED'],
  LOST: [
    ...['NEVER_ARRIVED', 'TAKEN_BY_SOMEBODY', 'SEIZED_AT_BORDER', 'SEIZED_IN_SEARCH'],
    ...['CARRIER_LOST', 'CARRIER_DETAINED'],
  ],
  CAME_BACK: ['REPAID', 'SENT_BACK', 'NOT_COLLECTED'],
  WAIVE: ['PROOF_WOULD_ENDANGER', 'CONTACT_LOST', 'RECIPIENT_DETAINED', 'SMALL_AMOUNT'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a proof can be, by the class it counts as; E1 comes from the family's word alone. */
export const PROOFS = {
  E0: ['NO_SAFE_PROOF', 'CONTACT_LOST_SINCE', 'RECIPIENT_DETAINED'],
  E2: ['DELIVERER_ATTESTS', 'SERVICE_PROVIDER_ATTESTS'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Ways in which aid travels. */
export const CHANNEL_CLASSES = [
  ...['BANK_ABROAD', 'VENDOR_DIRECT_ABROAD', 'CARD_VOUCHER_ABROAD', 'CASH_HAND_ABROAD'],
  ...['INKIND_ABROAD', 'VIA_RELATIVE_ABROAD', 'PARTNER_ROUTE', 'PARCEL_BY_RELATIVE'],
  ...['SERVICE_REMOTE', 'CRYPTO_SELF_CUSTODY'],
] as const;

/** Ways that go through hands and can be "in transit". */
export const TRAVELLING: readonly string[] = [
  ...[
    'CASH_HAND_ABROAD',
    'INKIND_ABROAD',
    'VIA_RELATIVE_ABROAD',
    'PARTNER_ROUTE',
    'PARCEL_BY_RELATIVE',
  ],
];

/** Nothing has left yet and a freeze can stop it. */
export const FREEZABLE: readonly DisbursementState[] = [
  'PENDING_SECURITY',
  'PENDING_APPROVAL',
  'APPROVED',
];

/** What a list shows; MINE is what waits for my own signature. */
export const VIEWS = {
  MINE: null,
  DRAFTS: ['DRAFT'],
  OPEN: ['DRAFT', ...FREEZABLE],
  TO_CLEAR: ['PENDING_SECURITY'],
  TO_APPROVE: ['PENDING_APPROVAL'],
  CLEARED: ['APPROVED'],
  OUT: ['RELEASED', 'IN_TRANSIT', 'DELIVERED'],
  PROVEN: ['EVIDENCED', 'RECONCILED'],
  BACK: ['FAILED', 'RETURNED', 'LOST_OR_SEIZED'],
  STOPPED: ['BLOCKED', 'REJECTED', 'CANCELLED', 'FROZEN'],
  DISPUTED: ['DISPUTED'],
  ALL: [],
} as const satisfies Readonly<Record<string, readonly DisbursementState[] | null>>;

/** A name of {@link VIEWS}. */
export type View = keyof typeof VIEWS;
