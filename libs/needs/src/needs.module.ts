import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule } from '@kinward/cases';
import { OrganizationsModule } from '@kinward/organizations';
import { SealedColumns, VaultModule } from '@kinward/vault';
import { ActOnNeedsUseCase } from './application/act-on-needs.use-case.js';
import { ApproveNeedUseCase } from './application/approve-need.use-case.js';
import { AssessNeedUseCase } from './application/assess-need.use-case.js';
import { ChangeNeedUseCase } from './application/change-need.use-case.js';
import { CallOutNeeds } from './application/call-out-needs.js';
import { ClaimedNeeds } from './application/claimed-needs.js';
import { DecideNeedUseCase } from './application/decide-need.use-case.js';
import { NeedAccess } from './application/need-access.js';
import { NeedApproving } from './application/need-approving.js';
import { NeedDelivery } from './application/need-delivery.js';
import { NeedEnvelope } from './application/need-envelope.js';
import { NeedGround } from './application/need-ground.js';
import { NeedMoney } from './application/need-money.js';
import { NeedMover } from './application/need-mover.js';
import { NeedNews } from './application/need-news.js';
import { NeedTaxonomyQuery } from './application/need-taxonomy.query.js';
import { RecordNeedOnceUseCase } from './application/record-need-once.use-case.js';
import { RecordNeedUseCase } from './application/record-need.use-case.js';
import { RecurringNeedsQuery } from './application/recurring-needs.query.js';
import { RescoreNeedUseCase } from './application/rescore-need.use-case.js';
import { ScreenedClaims } from './application/screened-claims.js';
import { ScreenNeedUseCase } from './application/screen-need.use-case.js';
import { StartRecurringNeedUseCase } from './application/start-recurring-need.use-case.js';
import { StopRecurringNeedUseCase } from './application/stop-recurring-need.use-case.js';
import { NEED_SEALED_COLUMNS } from './domain/sealed-contents.js';
import { NeedDecisionsResolver } from './graphql/need-decisions.resolver.js';
import { NeedsResolver } from './graphql/needs.resolver.js';
import './graphql/reason-texts.js';
import { RecurringNeedsResolver } from './graphql/recurring-needs.resolver.js';
import { ClaimedNeedRepository } from './infrastructure/claimed-need.repository.js';
import { NeedGroundRepository } from './infrastructure/need-ground.repository.js';
import { NeedRecurrenceRepository } from './infrastructure/need-recurrence.repository.js';
import { NeedRepository } from './infrastructure/need.repository.js';
import { ReportFactRepository } from './infrastructure/report-fact.repository.js';

/** Needs of families: from the request to the confirmation, with their order and their money counters. */
@Module({
  imports: [CasesModule, OrganizationsModule, VaultModule],
  providers: [
    ActOnNeedsUseCase,
    ApproveNeedUseCase,
    AssessNeedUseCase,
    CallOutNeeds,
    ChangeNeedUseCase,
    ClaimedNeeds,
    DecideNeedUseCase,
    NeedAccess,
    NeedApproving,
    NeedDecisionsResolver,
    NeedDelivery,
    NeedEnvelope,
    NeedGround,
    NeedGroundRepository,
    NeedMoney,
    NeedMover,
    NeedNews,
    ClaimedNeedRepository,
    NeedRecurrenceRepository,
    NeedRepository,
    NeedTaxonomyQuery,
    NeedsResolver,
    RecordNeedOnceUseCase,
    RecordNeedUseCase,
    RecurringNeedsQuery,
    RecurringNeedsResolver,
    ReportFactRepository,
    RescoreNeedUseCase,
    ScreenNeedUseCase,
    ScreenedClaims,
    StartRecurringNeedUseCase,
    StopRecurringNeedUseCase,
  ],
  exports: [CallOutNeeds, NeedDelivery, ClaimedNeeds, NeedEnvelope, NeedMoney, ScreenedClaims],
})
export class NeedsModule implements OnModuleInit {
  constructor(private readonly sealedColumns: SealedColumns) {}

  onModuleInit(): void {
    this.sealedColumns.register(...NEED_SEALED_COLUMNS);
  }
}
