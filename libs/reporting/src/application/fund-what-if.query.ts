import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { needFacts } from '@kinward/disbursements';
import { explainFundRules, FundAccess, type FundWithMoney } from '@kinward/funding';
import {
  err,
  notFound,
  ok,
  readMoney,
  type DomainError,
  type MoneyText,
  type Result,
} from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { discloseNeeds, whatIf, wholeSteps } from '../domain/what-if.js';

/** Waiting needs that are looked at, in the order of the queue. */
export const LOOKED_AT = 2_000;
/** Lifted needs that are named; all of them are counted. */
export const NAMED = 50;

/** A need that a sum more would fund, by the codename of its case; amounts in minor units. */
export interface LiftedNeed {
  readonly needId: string;
  readonly caseId: string;
  readonly codename: string;
  readonly code: string;
  readonly score: number | null;
  readonly missingMinor: bigint;
}

export interface FundWhatIf {
  readonly fundId: string;
  /** The sum that was counted with. */
  readonly moreMinor: bigint;
  /** Null: fewer than ten families. */
  readonly fundedNow: number | null;
  readonly lifted: number | null;
  /** Null for whoever learns counts only. */
  readonly needs: readonly LiftedNeed[] | null;
  /** The most that may leave the fund in a month stands in the way of more. */
  readonly isHeldByCeiling: boolean;
}

interface WaitingRow extends Omit<LiftedNeed, 'missingMinor'> {
  readonly missing: string;
  readonly amount: string;
  readonly region: string;
  readonly channelClass: string | null;
  readonly fundingReference: string;
}

/** Which waiting needs a sum more in one fund would lift (domain.md B46). Three statements, whatever the sum. */
@Injectable()
export class FundWhatIfQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly funds: FundAccess,
    private readonly cases: CaseAccess,
  ) {}

  /** NOT_FOUND for a fund that is not open or not the actor's to see; INVALID_INPUT `input.more`. */
  async find(
    actor: Actor,
    order: { readonly fundId: string; readonly more: MoneyText },
  ): Promise<Result<FundWhatIf, DomainError>> {
    const asked = readMoney('input.more', order.more);
    if (!asked.ok) return asked;
    const isInside = actor.roles.has('COORDINATOR');
    const fund = (await this.funds.open()).find(({ id }) => id === order.fundId);
    const isMine = fund !== undefined && (isInside || (await this.isInCare(actor, fund.id)));
    if (!isMine) return err(notFound());
    const moreMinor = isInside ? asked.value.minorUnits : wholeSteps(asked.value.minorUnits);
    const waiting = await this.waiting(actor, fund);
    const ceiling = await this.ceilingLeft(fund);
    const free = fund.leftMinor - fund.floorMinor;
    const room = ceiling === null || free < ceiling ? free : ceiling;
    const most = ceiling === null ? moreMinor : least(moreMinor, ceiling - positive(room));
    const { now, lifted } = whatIf(waiting, room, positive(most));
    const count = (needs: readonly LiftedNeed[]): number | null =>
      isInside ? needs.length : discloseNeeds(needs);
    return ok({
      fundId: fund.id,
      moreMinor,
      fundedNow: count(now),
      lifted: count(lifted),
      needs: isInside ? lifted.slice(0, NAMED) : null,
      isHeldByCeiling: most < moreMinor,
    });
  }

  /** Needs that wait for money and that the fund's rules allow, in the order of the queue. */
  private async waiting(actor: Actor, fund: FundWithMoney): Promise<readonly LiftedNeed[]> {
    const { settings, pack } = await this.cases.ground();
    const rows = await this.unitOfWork.query<WaitingRow>(WAITING, [
      actor.organizationId,
      LOOKED_AT,
    ]);
    return rows
      .filter((row) => {
        const facts = needFacts(pack, { ...row, amountMinor: BigInt(row.amount) });
        return explainFundRules(fund, facts, settings.today).allowed;
      })
      .map(({ needId, caseId, codename, code, score, missing }) => ({
        ...{ needId, caseId, codename, code, score },
        missingMinor: BigInt(missing),
      }));
  }

  /** What may still leave the fund this month; null where nobody limits it. */
  private async ceilingLeft({ rules, accountId }: FundWithMoney): Promise<bigint | null> {
    const ceiling = rules.perPeriodCeilingMinor;
    if (ceiling === undefined) return null;
    const { settings } = await this.cases.ground();
    const [row] = await this.unitOfWork.query<{ used: string }>(USED, [accountId, settings.today]);
    return positive(BigInt(ceiling) - BigInt(row?.used ?? '0'));
  }

  /** A foundation manager sees the funds of the grants in her care (decision 15). */
  private async isInCare(actor: Actor, fundId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(IN_CARE, [
      actor.organizationId,
      fundId,
      actor.personId,
    ]);
    return rows.length > 0;
  }
}

const positive = (sum: bigint): bigint => (sum > 0n ? sum : 0n);
const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);

const WAITING = `
  SELECT n.id AS "needId", n.case_id AS "caseId", f.codename, n.code, n.score, n.region, n.amount_minor::text AS amount,
    n.channel_class AS "channelClass", n.funding_reference AS "fundingReference",
    (n.amount_minor - n.reserved_minor - n.released_minor)::text AS missing
  FROM need n JOIN case_file f ON f.id = n.case_id
  WHERE n.organization_id = $1 AND n.state = 'WAITING_FUNDS'
    AND n.amount_minor > n.reserved_minor + n.released_minor
  ORDER BY coalesce(100 - n.score, 101), n.asked_on, n.id LIMIT $2`;

const USED = `
  SELECT ((SELECT coalesce(sum(amount), 0) FROM ledger_transfer
      WHERE debit_account_id = $1 AND code = 'RELEASE' AND booked_at >= date_trunc('month', $2::date))
    + (SELECT coalesce(sum(amount_minor), 0) FROM fund_reservation WHERE account_id = $1 AND state = 'ACTIVE'))::text
    AS used`;

const IN_CARE = `
  SELECT FROM funder_grant WHERE organization_id = $1 AND fund_id = $2 AND manager_id = $3 LIMIT 1`;
