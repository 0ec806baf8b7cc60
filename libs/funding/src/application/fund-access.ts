import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { Fund } from '../domain/fund.js';
import { FundStore, type FundWithMoney } from '../infrastructure/fund.store.js';

/** The funds of the scope's organisation, for those who match money to needs. */
@Injectable()
export class FundAccess {
  private readonly funds: FundStore;

  constructor(private readonly unitOfWork: UnitOfWork) {
    this.funds = new FundStore(unitOfWork);
  }

  /** The fund in whatever state, or null where the organisation has none of this id. */
  find(fundId: string): Promise<Fund | null> {
    return this.funds.find(this.organizationId(), fundId);
  }

  /** All open funds with what they hold, by code; exact at this moment, and nothing is locked. */
  open(): Promise<readonly FundWithMoney[]> {
    return this.funds.withMoney(this.organizationId(), { states: ['OPEN'], managerId: null });
  }

  private organizationId(): string {
    return this.unitOfWork.scope().organizationId ?? '';
  }
}
