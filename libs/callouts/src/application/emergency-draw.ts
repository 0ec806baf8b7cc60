import { Injectable } from '@nestjs/common';
import type { LockedCase } from '@kinward/cases';
import { Reserving } from '@kinward/disbursements';
import { FundAccess, type FundWithMoney } from '@kinward/funding';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { CallOutNeeds } from '@kinward/needs';
import type { Actor } from '@kinward/platform';
import type { DispatchPlan } from '../domain/dispatch-plan.js';
import { CallOutPeopleRepository } from '../infrastructure/call-out-people.repository.js';
import type { CallOutRow } from '../infrastructure/call-out.entity.js';

/**
 * The one draw of a call-out: its needs, approved under the cap, and the money for all of them from one fund. In the
 * books it is one pending transfer for each need, because every payout draws on its own need.
 */
@Injectable()
export class EmergencyDraw {
  constructor(
    private readonly needs: CallOutNeeds,
    private readonly reserving: Reserving,
    private readonly funds: FundAccess,
    private readonly people: CallOutPeopleRepository,
  ) {}

  /**
   * What was set aside, in minor units of EUR. Which fund it came from stands in the books alone, so that no way leads
   * from money to a family (security.md D15). REFUSED `NO_EMERGENCY_FUND`, what the needs refuse, the rules of the fund,
   * `FUND_FLOOR`, `INSUFFICIENT_FUNDS`.
   */
  async draw(
    actor: Actor,
    row: CallOutRow,
    { file, plan }: { readonly file: LockedCase | null; readonly plan: DispatchPlan },
  ): Promise<Result<bigint, DomainError>> {
    if (file === null || plan.needs.length === 0) return ok(0n);
    const fund = await this.fundOf(plan);
    if (fund === undefined) return err(refused('NO_EMERGENCY_FUND'));
    const authorId = await this.authorOf(actor, row, file);
    for (const { code, amountMinor } of plan.needs) {
      const wanted = { callOutId: row.id, code, amountMinor, authorId };
      const need = await this.needs.approve(actor, file, wanted);
      if (!need.ok) return need;
      const reserved = await this.reserving.reserve(
        actor,
        {
          commandKey: `call-out/${row.id}/${code}`,
          needId: need.value,
          fundId: fund.id,
          amount: { minorUnits: amountMinor.toString(), currency: 'EUR' },
        },
        amountMinor,
      );
      if (!reserved.ok) return reserved;
    }
    return ok(plan.totalMinor);
  }

  /** The open emergency fund that holds most above its floor. */
  private async fundOf({ protocol }: DispatchPlan): Promise<FundWithMoney | undefined> {
    const open = await this.funds.open();
    return open
      .filter(({ kind }) => kind === protocol.fundKind)
      .toSorted((one, other) => Number(free(other) - free(one)))[0];
  }

  /**
   * In whose name the needs stand: whoever raised or judged the alarm or works with the family, and does not decide
   * on the money. Where there is nobody else it stays the dispatcher, whom the guard then refuses.
   */
  private async authorOf(
    actor: Actor,
    row: CallOutRow,
    { row: { assigneeId, deputyId } }: LockedCase,
  ): Promise<string> {
    const callers = (await this.people.callsOf(row.id)).map(({ personId }) => personId);
    const candidates = [row.raisedBy, ...callers, assigneeId, deputyId];
    return candidates.find((id) => id !== null && id !== actor.personId) ?? actor.personId;
  }
}

function free({ leftMinor, floorMinor }: FundWithMoney): bigint {
  return leftMinor - floorMinor;
}
