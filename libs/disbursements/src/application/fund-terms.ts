import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { explainFundRules, FundAccess, type Fund, type NeedFacts } from '@kinward/funding';
import {
  err,
  isUuid,
  notFound,
  ok,
  refused,
  type Clock,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { findNeedType, type JurisdictionPack } from '@kinward/jurisdictions';
import { available, Ledger } from '@kinward/ledger';
import type { NeedForMoney } from '@kinward/needs';
import { CLOCK } from '@kinward/platform';
import { FundReservationRepository } from '../infrastructure/fund-reservation.repository.js';

/** Days for which money waits for its disbursement. */
const RESERVATION_DAYS = 60;
const DAY_MS = 86_400_000;

type PricedNeed = Pick<NeedForMoney, 'code' | 'region' | 'channelClass' | 'fundingReference'> & {
  readonly amountMinor: bigint;
};

/** What a fund's rules look at; nothing about the family. */
export function needFacts(pack: JurisdictionPack, need: PricedNeed): NeedFacts {
  const { code, region, channelClass, amountMinor, fundingReference } = need;
  return {
    code,
    group: findNeedType(pack, code)?.group ?? code,
    region,
    inCountry: pack.regionClasses.find((entry) => entry.code === region)?.inCountry ?? true,
    channelClass,
    amountMinor,
    fundingReference,
  };
}

/** The terms on which a fund gives: its rules, its floor, its ceiling of the month. */
@Injectable()
export class FundTerms {
  constructor(
    private readonly funds: FundAccess,
    private readonly cases: CaseAccess,
    private readonly ledger: Ledger,
    private readonly reservations: FundReservationRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The fund, when it may serve the need. NOT_FOUND; REFUSED with the first rule that is broken. */
  async allow(
    fundId: string,
    need: NeedForMoney,
    amountMinor: bigint,
  ): Promise<Result<Fund, DomainError>> {
    const fund = isUuid(fundId) ? await this.funds.find(fundId) : null;
    if (fund === null) return err(notFound());
    const { settings, pack } = await this.cases.ground();
    const { reasons } = explainFundRules(fund, needFacts(pack, need), settings.today);
    const [broken] = reasons;
    if (broken !== undefined) return err(refused(broken.code));
    const ceiling = fund.rules.perPeriodCeilingMinor;
    if (ceiling !== undefined) {
      const used = await this.reservations.usedThisMonth(fund.accountId, settings.today);
      if (used + amountMinor > BigInt(ceiling)) return err(refused('FUND_PERIOD_CEILING'));
    }
    return ok(fund);
  }

  /** Whether a fund may pay in a certain way; a fund that was closed since still pays what it had promised. */
  async allowWay(fundId: string, need: NeedForMoney): Promise<Result<void, DomainError>> {
    const fund = await this.funds.find(fundId);
    if (fund === null) return err(notFound());
    const { settings, pack } = await this.cases.ground();
    const { reasons } = explainFundRules(fund, needFacts(pack, need), settings.today);
    const broken = reasons.find((reason) => reason.code === 'CHANNEL_NOT_COVERED');
    return broken === undefined ? ok() : err(refused(broken.code));
  }

  /** REFUSED `FUND_FLOOR` when the fund holds less than what must stay; its account must be locked. */
  async checkFloor(fund: Fund): Promise<Result<void, DomainError>> {
    if (fund.floorMinor === 0n) return ok();
    const organizationId = (await this.cases.ground()).settings.id;
    const totals = (await this.ledger.totals(organizationId, [fund.accountId])).get(fund.accountId);
    const left = totals === undefined ? 0n : available(totals);
    return left < fund.floorMinor ? err(refused('FUND_FLOOR')) : ok();
  }

  /** Until when a reservation made now holds. */
  expiry(): Date {
    return new Date(this.clock.now().getTime() + RESERVATION_DAYS * DAY_MS);
  }
}
