import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { needFacts } from '@kinward/disbursements';
import { explainFundRules, type FundWithMoney } from '@kinward/funding';
import { UnitOfWork, type Actor } from '@kinward/platform';

/** Waiting needs that are looked at, in the order of the queue. */
const LOOKED_AT = 2_000;

/** A need that waits for money, by the codename of its case; amounts in minor units. */
export interface WaitingForMoney {
  readonly needId: string;
  readonly caseId: string;
  readonly codename: string;
  readonly code: string;
  readonly group: string;
  readonly score: number | null;
  readonly missingMinor: bigint;
}

interface WaitingRow extends Omit<WaitingForMoney, 'missingMinor' | 'group'> {
  readonly missing: string;
  readonly amount: string;
  readonly region: string;
  readonly channelClass: string | null;
  readonly fundingReference: string;
}

const WAITING = `
  SELECT n.id AS "needId", n.case_id AS "caseId", f.codename, n.code, n.score, n.region, n.amount_minor::text AS amount,
    n.channel_class AS "channelClass", n.funding_reference AS "fundingReference",
    (n.amount_minor - n.reserved_minor - n.released_minor)::text AS missing
  FROM need n JOIN case_file f ON f.id = n.case_id
  WHERE n.organization_id = $1 AND n.state = 'WAITING_FUNDS'
    AND n.amount_minor > n.reserved_minor + n.released_minor
  ORDER BY coalesce(100 - n.score, 101), n.asked_on, n.id LIMIT $2`;

/** Needs that wait for money, and which of them a fund may serve. */
@Injectable()
export class WaitingNeeds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseAccess,
  ) {}

  /**
   * For each of the funds the needs that its rules allow, in the order of the queue; how much it holds is not asked.
   * One statement, whatever the number of funds.
   */
  async allowedBy(
    actor: Actor,
    funds: readonly FundWithMoney[],
  ): Promise<ReadonlyMap<string, readonly WaitingForMoney[]>> {
    if (funds.length === 0) return new Map();
    const { settings, pack } = await this.cases.ground();
    const rows = await this.unitOfWork.query<WaitingRow>(WAITING, [
      actor.organizationId,
      LOOKED_AT,
    ]);
    const needs = rows.map((row) => ({
      facts: needFacts(pack, { ...row, amountMinor: BigInt(row.amount) }),
      row,
    }));
    const allowed = (fund: FundWithMoney): readonly WaitingForMoney[] =>
      needs
        .filter(({ facts }) => explainFundRules(fund, facts, settings.today).allowed)
        .map(({ facts, row: { needId, caseId, codename, code, score, missing } }) => ({
          ...{ needId, caseId, codename, code, score, group: facts.group },
          missingMinor: BigInt(missing),
        }));
    return new Map(funds.map((fund) => [fund.id, allowed(fund)]));
  }
}
