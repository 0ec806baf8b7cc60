import { Injectable } from '@nestjs/common';
import {
  FundsQuery,
  GrantsQuery,
  lineOf,
  type FundWithMoney,
  type GrantWithMoney,
} from '@kinward/funding';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import type { Actor } from '@kinward/platform';
import { burnOf, type Burn } from '../domain/burn.js';
import { discloseReach } from '../domain/disclosure-control.js';
import { isLapsing } from '../domain/lapse-alarm.js';
import { lineResults, peopleOf, type GrantNeed, type LineResult } from '../domain/line-results.js';
import { whatIf } from '../domain/what-if.js';
import { GrantNeedsQuery } from './grant-needs.query.js';
import { WaitingNeeds, type WaitingForMoney } from './waiting-needs.js';

/** Money that lapses soon, and what it could still do; amounts in minor units. */
export interface LapseAlarm {
  readonly unspentMinor: bigint;
  readonly daysLeft: number;
  /** Waiting needs that the rules allow and the money would pay, in the order of the queue. */
  readonly waitingNeeds: number;
  /** Groups of those needs, by code. */
  readonly groups: readonly string[];
}

/** A grant, how far it has come, and whether it is in time; amounts in minor units. */
export interface GrantProgress {
  readonly grant: GrantWithMoney;
  readonly fund: FundWithMoney;
  /** What has come, less the share for the work itself. */
  readonly spendableMinor: bigint;
  readonly spentMinor: bigint;
  readonly reservedMinor: bigint;
  readonly leftMinor: bigint;
  readonly peopleReached: number | null;
  readonly burn: Burn;
  readonly lines: readonly LineResult[];
  readonly alarm: LapseAlarm | null;
}

/**
 * Grants with what is reserved, spent and left, line by line, their pace, and the alarm before they lapse (domain.md B42,
 * B45). A foundation manager sees the grants in her care. The alarm counts needs and names their groups: no case, no sum, no kind, and
 * nothing in it can be asked for with other numbers.
 */
@Injectable()
export class GrantProgressQuery {
  constructor(
    private readonly grants: GrantsQuery,
    private readonly funds: FundsQuery,
    private readonly needs: GrantNeedsQuery,
    private readonly waiting: WaitingNeeds,
    private readonly settings: OrganizationSettingsQuery,
  ) {}

  /** By code of the grant. */
  async list(actor: Actor): Promise<readonly GrantProgress[]> {
    const [grants, funds] = [await this.grants.list(actor), await this.funds.list(actor, null)];
    const byId = new Map(funds.map((fund) => [fund.id, fund]));
    const pairs = grants.flatMap((grant) => {
      const fund = byId.get(grant.fundId);
      return fund === undefined ? [] : [{ grant, fund }];
    });
    const accounts = [...new Set(pairs.map(({ fund }) => fund.accountId))];
    const needs = await this.needs.byAccount(actor.organizationId, accounts);
    const { today, smallestCell } = await this.settings.own();
    const measured = pairs.map(({ grant, fund }) =>
      measure(grant, fund, { needs: needs.get(fund.accountId) ?? [], today, smallestCell }),
    );
    const lapsing = measured.filter(isInAlarm);
    const waiting = await this.waiting.allowedBy(
      actor,
      lapsing.map(({ fund }) => fund),
    );
    return measured.map((one) => ({
      ...one,
      alarm: isInAlarm(one) ? alarmOf(one, waiting.get(one.fund.id) ?? []) : null,
    }));
  }
}

type Measured = Omit<GrantProgress, 'alarm'>;

function measure(
  grant: GrantWithMoney,
  fund: FundWithMoney,
  {
    needs,
    today,
    smallestCell,
  }: { needs: readonly GrantNeed[]; today: string; smallestCell: number },
): Measured {
  const budget = {
    lines: grant.lines,
    lineOf: (need: Pick<GrantNeed, 'code' | 'group'>) => lineOf(grant.lines, need),
  };
  const lines = lineResults(budget, needs, smallestCell);
  const sum = (of: (line: LineResult) => bigint): bigint =>
    lines.reduce((all, line) => all + of(line), 0n);
  const spendableMinor = grant.receivedMinor - grant.overheadMinor;
  const spentMinor = sum((line) => line.spentMinor);
  const reservedMinor = sum((line) => line.reservedMinor);
  const { startsOn, lapsesOn } = grant;
  return {
    ...{ grant, fund, lines, spendableMinor, spentMinor, reservedMinor },
    leftMinor: spendableMinor - spentMinor - reservedMinor,
    peopleReached: discloseReach(peopleOf(needs), smallestCell),
    burn: burnOf({ spendableMinor, spentMinor, startsOn, lapsesOn, today }),
  };
}

function isInAlarm({ grant, burn, spendableMinor, spentMinor }: Measured): boolean {
  const unspentMinor = spendableMinor - spentMinor;
  return isLapsing({ state: grant.state, daysLeft: burn.daysLeft, unspentMinor });
}

function alarmOf(
  { burn, fund, spendableMinor, spentMinor }: Measured,
  waiting: readonly WaitingForMoney[],
): LapseAlarm {
  const { now } = whatIf(waiting, fund.leftMinor - fund.floorMinor, 0n);
  return {
    unspentMinor: spendableMinor - spentMinor,
    daysLeft: burn.daysLeft,
    waitingNeeds: now.length,
    groups: [...new Set(now.map(({ group }) => group))].sort(),
  };
}
