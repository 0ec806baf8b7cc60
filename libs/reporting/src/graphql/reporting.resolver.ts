import { Args, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { FundReportQuery } from '../application/fund-report.query.js';
import { FundReport, FundReportInput, FundReportResult } from './fund-report.type.js';

/** Numbers for those who gave; nothing here tells who was helped. */
@Resolver()
export class ReportingResolver {
  constructor(private readonly funds: FundReportQuery) {}

  @Allow('fundReport')
  @Query(() => FundReportResult, { description: 'Reserved, spent, left and people reached.' })
  async fundReport(
    @CurrentActor() actor: Actor,
    @Args('input') input: FundReportInput,
  ): Promise<Result<FundReport, DomainError>> {
    const report = await this.funds.report(actor, input);
    return report.ok ? ok(new FundReport(report.value)) : report;
  }
}
