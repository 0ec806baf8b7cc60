import { Args, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { FundReportQuery } from '../application/fund-report.query.js';
import { FundWhatIfQuery } from '../application/fund-what-if.query.js';
import { FundReport, FundReportInput, FundReportResult } from './fund-report.type.js';
import { FundWhatIf, FundWhatIfInput, FundWhatIfResult } from './fund-what-if.type.js';

/** Numbers for those who gave; nothing here tells who was helped. */
@Resolver()
export class ReportingResolver {
  constructor(
    private readonly funds: FundReportQuery,
    private readonly whatIf: FundWhatIfQuery,
  ) {}

  @Allow('fundReport')
  @Query(() => FundReportResult, { description: 'Reserved, spent, left and people reached.' })
  async fundReport(
    @CurrentActor() actor: Actor,
    @Args('input') input: FundReportInput,
  ): Promise<Result<FundReport, DomainError>> {
    const report = await this.funds.report(actor, input);
    return report.ok ? ok(new FundReport(report.value)) : report;
  }

  @Allow('fundWhatIf')
  @Query(() => FundWhatIfResult, { description: 'Which waiting needs a sum more would lift.' })
  async fundWhatIf(
    @CurrentActor() actor: Actor,
    @Args('input') input: FundWhatIfInput,
  ): Promise<Result<FundWhatIf, DomainError>> {
    const found = await this.whatIf.find(actor, input);
    return found.ok ? ok(new FundWhatIf(found.value)) : found;
  }
}
