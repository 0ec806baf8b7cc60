import { Inject, Injectable } from '@nestjs/common';
import type { IdGenerator } from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import type { PeopleReached } from '../domain/people-reached.js';

/** What reports may count of an approved need; nothing in it leads back to a case. */
export interface ReportFact {
  readonly organizationId: string;
  readonly fundingReference: string;
  readonly code: string;
  readonly group: string;
  readonly region: string;
  readonly reach: PeopleReached;
  readonly amountMinor: bigint;
  /** Day of the approval in the organisation's zone. */
  readonly takenAt: string;
}

/** Facts for reports, written once at the approval; the database refuses every later change. */
@Injectable()
export class ReportFactRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async take(fact: ReportFact): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO report_fact (id, organization_id, funding_reference, month, code, need_group, region, reach,
         amount_minor, taken_at)
       VALUES ($1, $2, $3, date_trunc('month', $4::date)::date, $5, $6, $7, $8, $9, $4)`,
      [
        this.ids.next(),
        fact.organizationId,
        fact.fundingReference,
        fact.takenAt,
        fact.code,
        fact.group,
        fact.region,
        JSON.stringify(fact.reach),
        fact.amountMinor.toString(),
      ],
    );
  }
}
