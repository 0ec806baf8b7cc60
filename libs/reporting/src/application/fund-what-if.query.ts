import { Injectable } from '@nestjs/common';
import { FundAccess, type FundWithMoney } from '@kinward/funding';
import {
  err,
  notFound,
  ok,
  readMoney,
  type DomainError,
  type MoneyText,
  type Result,
} from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { discloseNeeds, whatIf, wholeSteps } from '../domain/what-if.js';
import { WaitingNeeds, type WaitingForMoney } from './waiting-needs.js';

/** Lifted needs that are named; all of them are counted. */
export const NAMED = 50;

export interface FundWhatIf {
  readonly fundId: string;
  /** The sum that was counted with. */
  readonly moreMinor: bigint;
  /** Null: fewer than ten families. */
  readonly fundedNow: number | null;
  readonly lifted: number | null;
  /** Null for whoever learns counts only. */
  readonly needs: readonly WaitingForMoney[] | null;
  /** The most that may leave the fund in a month stands in the way of more. */
  readonly isHeldByCeiling: boolean;
}

/** Which waiting needs a sum more in one fund would lift (domain.md B46). Three statements, whatever the sum. */
@Injectable()
export class FundWhatIfQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly funds: FundAccess,
    private readonly needs: WaitingNeeds,
    private readonly settings: OrganizationSettingsQuery,
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
    const waiting = (await this.needs.allowedBy(actor, [fund])).get(fund.id) ?? [];
    const ceiling = await this.ceilingLeft(fund);
    const free = fund.leftMinor - fund.floorMinor;
    const room = ceiling === null || free < ceiling ? free : ceiling;
    const most = ceiling === null ? moreMinor : least(moreMinor, ceiling - positive(room));
    const { now, lifted } = whatIf(waiting, room, positive(most));
    const count = (needs: readonly WaitingForMoney[]): number | null =>
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

  /** What may still leave the fund this month; null where nobody limits it. */
  private async ceilingLeft({ rules, accountId }: FundWithMoney): Promise<bigint | null> {
    const ceiling = rules.perPeriodCeilingMinor;
    if (ceiling === undefined) return null;
    const { today } = await this.settings.own();
    const [row] = await this.unitOfWork.query<{ used: string }>(USED, [accountId, today]);
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

const USED = `
  SELECT ((SELECT coalesce(sum(amount), 0) FROM ledger_transfer
      WHERE debit_account_id = $1 AND code = 'RELEASE' AND booked_at >= date_trunc('month', $2::date))
    + (SELECT coalesce(sum(amount_minor), 0) FROM fund_reservation WHERE account_id = $1 AND state = 'ACTIVE'))::text
    AS used`;

const IN_CARE = `
  SELECT FROM funder_grant WHERE organization_id = $1 AND fund_id = $2 AND manager_id = $3 LIMIT 1`;
