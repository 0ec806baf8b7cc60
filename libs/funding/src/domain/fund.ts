/** What a fund is: a funder's money, public gifts, the pot for emergencies, or gifts for one need. */
export const FUND_KINDS = ['GRANT', 'PUBLIC', 'EMERGENCY', 'EARMARK'] as const;
export type FundKind = (typeof FUND_KINDS)[number];

/** Only an open fund serves needs; a closed one never opens again. */
export const FUND_STATES = ['OPEN', 'SUSPENDED', 'CLOSED'] as const;
export type FundState = (typeof FUND_STATES)[number];

/** Where the person helped lives, as funders' rules tell it. */
export const FUND_REGIONS = ['IN_COUNTRY', 'ABROAD'] as const;
export type FundRegion = (typeof FUND_REGIONS)[number];

/** What a fund may be used for; an absent rule does not restrict. Amounts are minor units as decimal text. */
export interface FundRules {
  /** Need codes that may be served. */
  readonly codes?: readonly string[];
  /** Need groups that may be served. */
  readonly groups?: readonly string[];
  readonly excludedCodes?: readonly string[];
  readonly regions?: readonly FundRegion[];
  readonly channelClasses?: readonly string[];
  readonly perNeedCeilingMinor?: string;
  /** Most that may leave the fund within one calendar month. */
  readonly perPeriodCeilingMinor?: string;
  /** Part of each instalment of a grant that the funder allows for the work itself, 0 to 100. */
  readonly overheadPercent?: number;
}

/** Languages that donors read. */
export const DONOR_LANGUAGES = ['en', 'be', 'ru', 'pl', 'lt'] as const;
export type DonorLanguage = (typeof DONOR_LANGUAGES)[number];

/** What donors read, by language; the name of the fund where a language is missing. */
export type PublicNames = Readonly<Partial<Record<DonorLanguage, string>>>;

/** A fund as those see it who look for money; amounts in minor units. */
export interface Fund {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly publicNames: PublicNames;
  readonly kind: FundKind;
  /** The account of the ledger that holds its money. */
  readonly accountId: string;
  readonly rules: FundRules;
  readonly state: FundState;
  /** Calendar days, YYYY-MM-DD. */
  readonly opensOn: string;
  readonly lapsesOn: string | null;
  /** What stays in the fund whatever is asked. */
  readonly floorMinor: bigint;
  readonly isPublic: boolean;
  readonly isFreeFund: boolean;
  /** The need that an earmarked fund is for, by its random reference. */
  readonly fundingReference: string | null;
  readonly version: number;
}
