import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor, type Role } from '@kinward/platform';
import { FUND_STATES } from '../../domain/fund.js';
import { FundStore, type FundWithMoney } from '../../infrastructure/fund.store.js';

const SEES_ALL: readonly Role[] = ['COORDINATOR', 'FINANCE_OFFICER', 'AUDITOR'];

/** Whose grants alone somebody may see; null sees all. */
export function ownGrantsOnly(actor: Actor): string | null {
  return SEES_ALL.some((role) => actor.roles.has(role)) ? null : actor.personId;
}

/** Funds with what came in, is promised, has gone and is left: of all grants, or of one's own. One statement. */
@Injectable()
export class FundsQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(actor: Actor, states: readonly string[] | null): Promise<readonly FundWithMoney[]> {
    return new FundStore(this.unitOfWork).withMoney(actor.organizationId, {
      states: states ?? FUND_STATES,
      managerId: ownGrantsOnly(actor),
    });
  }
}
