import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { explainFundRules, FundAccess, type FundWithMoney } from '@kinward/funding';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { NeedMoney } from '@kinward/needs';
import { textOfReason } from '@kinward/platform';
import { chooseFund, type ChoiceReason, type FundCandidate } from '../domain/fund-choice.js';
import { GroundRepository, type WaitingNeed } from '../infrastructure/ground.repository.js';
import { needFacts } from './fund-terms.js';

/** One open fund as an answer to a need; amounts in minor units. */
export interface FundMatch {
  readonly fundId: string;
  readonly code: string;
  readonly name: string;
  /** The rules allow it, and there is money. */
  readonly isAllowed: boolean;
  /** Codes of the rules that say no, with a sentence each. */
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  /** What can be promised: what it holds, less what must stay in it. */
  readonly availableMinor: bigint;
  /** What would be left after this need; below nothing when it is not enough. */
  readonly leftMinor: bigint;
  readonly lapsesOn: string | null;
  /** Other needs that wait for money and that it may serve. */
  readonly otherNeeds: number;
  /** Why it should be taken first; null for all funds but one. */
  readonly choice: ChoiceReason | null;
}

export interface NeedMatch {
  readonly needId: string;
  /** What the need still lacks. */
  readonly missingMinor: bigint;
  readonly funds: readonly FundMatch[];
}

/** What each open fund could do for a need, and which to take first (story of the coordinator). Changes nothing. */
@Injectable()
export class MatchNeedQuery {
  constructor(
    private readonly needs: NeedMoney,
    private readonly funds: FundAccess,
    private readonly cases: CaseAccess,
    private readonly ground: GroundRepository,
  ) {}

  /** NOT_FOUND for an unknown or foreign need. */
  async execute(needId: string): Promise<Result<NeedMatch, DomainError>> {
    const need = await this.needs.lock(needId, null);
    if (!need.ok) return need;
    const { amountMinor, reservedMinor, releasedMinor } = need.value;
    const missingMinor = amountMinor - reservedMinor - releasedMinor;
    const { settings, pack } = await this.cases.ground();
    const facts = needFacts(pack, need.value);
    const open = await this.funds.open();
    const waiting = await this.ground.waitingNeeds(needId);
    const serves = (fund: FundWithMoney, other: WaitingNeed): boolean => {
      const priced = { ...other, amountMinor: BigInt(other.amountMinor) };
      return explainFundRules(fund, needFacts(pack, priced), settings.today).allowed;
    };
    const judged = open.map((fund) => ({
      fund,
      answer: explainFundRules(fund, facts, settings.today),
      available: roomOf(fund),
      otherNeeds: waiting.filter((other) => serves(fund, other)).length,
    }));
    const choice = chooseFund(
      judged
        .filter(({ answer }) => answer.allowed)
        .map(({ fund, available }) => toCandidate(fund, available)),
      missingMinor,
    );
    return ok({
      needId,
      missingMinor,
      funds: judged.map(({ fund, answer, available, otherNeeds }) => ({
        fundId: fund.id,
        code: fund.code,
        name: fund.name,
        isAllowed: answer.allowed && available > 0n,
        reasons: [...answer.reasons, ...(available > 0n ? [] : [NO_MONEY])].map(toSentence),
        availableMinor: available,
        leftMinor: available - missingMinor,
        lapsesOn: fund.lapsesOn,
        otherNeeds,
        choice: choice?.fundId === fund.id ? choice.reason : null,
      })),
    });
  }
}

/** A fund that may serve the need and has nothing to give says so. */
const NO_MONEY: { readonly code: string; readonly text?: string } = { code: 'INSUFFICIENT_FUNDS' };

function roomOf(fund: FundWithMoney): bigint {
  const room = fund.leftMinor - fund.floorMinor;
  return room > 0n ? room : 0n;
}

function toCandidate(fund: FundWithMoney, availableMinor: bigint): FundCandidate {
  return {
    fundId: fund.id,
    isEarmarked: fund.fundingReference !== null,
    ruleCount: Object.values(fund.rules).filter((rule) => rule !== undefined).length,
    lapsesOn: fund.lapsesOn,
    availableMinor,
    isEmergency: fund.kind === 'EMERGENCY',
  };
}

function toSentence({ code, text }: { readonly code: string; readonly text?: string }): {
  code: string;
  text: string;
} {
  const detail = text === undefined ? '' : ` (${text})`;
  return { code, text: `${textOfReason(code)}${detail}` };
}
