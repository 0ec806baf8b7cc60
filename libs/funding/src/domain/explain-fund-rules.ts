import type { Fund } from './fund.js';

/** What a fund's rules look at; nothing about the family. */
export interface NeedFacts {
  readonly code: string;
  /** The need's group in the jurisdiction pack, such as `LEG`. */
  readonly group: string;
  /** The region class of the case. */
  readonly region: string;
  readonly inCountry: boolean;
  readonly channelClass: string | null;
  readonly amountMinor: bigint;
  readonly fundingReference: string;
}

/** Why a fund may not serve a need, as stable codes. */
export type FundRuleCode =
  | 'FUND_NOT_OPEN'
  | 'FUND_NOT_YET_OPEN'
  | 'FUND_LAPSED'
  | 'EARMARKED_FOR_ANOTHER_NEED'
  | 'CODE_EXCLUDED'
  | 'CODE_NOT_COVERED'
  | 'REGION_NOT_COVERED'
  | 'CHANNEL_NOT_COVERED'
  | 'ABOVE_FUND_CEILING';

export interface FundRuleReason {
  readonly code: FundRuleCode;
  /** What the rule says, in codes and numbers, for the sentence on the screen. */
  readonly text?: string;
}

export interface FundRuleAnswer {
  readonly allowed: boolean;
  readonly reasons: readonly FundRuleReason[];
}

type RuledFund = Pick<Fund, 'state' | 'opensOn' | 'lapsesOn' | 'fundingReference' | 'rules'>;

/**
 * Whether a fund may serve a need, and every reason against it; how much it holds is not asked here. Money given
 * for one need serves that need alone, and the funder's other rules do not apply to it (decision 18).
 * @param today the organisation's day, YYYY-MM-DD; a fund still serves on the day it lapses
 */
export function explainFundRules(fund: RuledFund, need: NeedFacts, today: string): FundRuleAnswer {
  const reasons = [...timeReasons(fund, today), ...purposeReasons(fund, need)];
  return { allowed: reasons.length === 0, reasons };
}

function timeReasons(fund: RuledFund, today: string): FundRuleReason[] {
  const reasons: FundRuleReason[] = [];
  if (fund.state !== 'OPEN') reasons.push({ code: 'FUND_NOT_OPEN', text: fund.state });
  if (today < fund.opensOn) reasons.push({ code: 'FUND_NOT_YET_OPEN', text: fund.opensOn });
  if (fund.lapsesOn !== null && today > fund.lapsesOn) {
    reasons.push({ code: 'FUND_LAPSED', text: fund.lapsesOn });
  }
  return reasons;
}

function purposeReasons(fund: RuledFund, need: NeedFacts): FundRuleReason[] {
  if (fund.fundingReference !== null) {
    const isMeant = fund.fundingReference === need.fundingReference;
    return isMeant ? [] : [{ code: 'EARMARKED_FOR_ANOTHER_NEED' }];
  }
  return [...codeReasons(fund.rules, need), ...wayReasons(fund.rules, need)];
}

function codeReasons(rules: Fund['rules'], need: NeedFacts): FundRuleReason[] {
  const { codes, groups, excludedCodes } = rules;
  if (excludedCodes?.includes(need.code) === true) {
    return [{ code: 'CODE_EXCLUDED', text: need.code }];
  }
  const isUnrestricted = codes === undefined && groups === undefined;
  const isCovered = codes?.includes(need.code) === true || groups?.includes(need.group) === true;
  if (isUnrestricted || isCovered) return [];
  return [{ code: 'CODE_NOT_COVERED', text: [...(codes ?? []), ...(groups ?? [])].join(', ') }];
}

function wayReasons(rules: Fund['rules'], need: NeedFacts): FundRuleReason[] {
  const { regions, channelClasses, perNeedCeilingMinor } = rules;
  const reasons: FundRuleReason[] = [];
  const place = need.inCountry ? 'IN_COUNTRY' : 'ABROAD';
  if (regions !== undefined && !regions.includes(place)) {
    reasons.push({ code: 'REGION_NOT_COVERED', text: regions.join(', ') });
  }
  const isCarried = need.channelClass === null || channelClasses?.includes(need.channelClass);
  if (channelClasses !== undefined && isCarried !== true) {
    reasons.push({ code: 'CHANNEL_NOT_COVERED', text: channelClasses.join(', ') });
  }
  if (perNeedCeilingMinor !== undefined && need.amountMinor > BigInt(perNeedCeilingMinor)) {
    reasons.push({ code: 'ABOVE_FUND_CEILING', text: perNeedCeilingMinor });
  }
  return reasons;
}
