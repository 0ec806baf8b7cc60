import { Module } from '@nestjs/common';
import { CasesModule } from '@kinward/cases';
import { FundingModule } from '@kinward/funding';
import { OrganizationsModule } from '@kinward/organizations';
import { FundLinesQuery } from './application/fund-lines.query.js';
import { FundReportFileQuery } from './application/fund-report-file.query.js';
import { FundReportQuery } from './application/fund-report.query.js';
import { FundWhatIfQuery } from './application/fund-what-if.query.js';
import { GrantNeedsQuery } from './application/grant-needs.query.js';
import { GrantProgressQuery } from './application/grant-progress.query.js';
import { MonthBounds } from './application/month-bounds.js';
import { PublicTotalsQuery } from './application/totals/public-totals.query.js';
import { TotalsGate } from './application/totals/totals-gate.js';
import './graphql/reason-texts.js';
import { WaitingNeeds } from './application/waiting-needs.js';
import { GrantProgressResolver } from './graphql/grant-progress.resolver.js';
import { ReportingResolver } from './graphql/reporting.resolver.js';
import { TotalsResolver } from './graphql/totals.resolver.js';
import { TotalsRepository } from './infrastructure/totals.repository.js';

/** Reports and exports for those who gave; nobody imports it (decision 24). */
@Module({
  imports: [CasesModule, FundingModule, OrganizationsModule],
  providers: [
    FundLinesQuery,
    FundReportQuery,
    FundWhatIfQuery,
    MonthBounds,
    PublicTotalsQuery,
    ReportingResolver,
    TotalsGate,
    TotalsRepository,
    TotalsResolver,
    FundReportFileQuery,
    GrantNeedsQuery,
    GrantProgressQuery,
    GrantProgressResolver,
    WaitingNeeds,
  ],
})
export class ReportingModule {}
