import { Module } from '@nestjs/common';
import { CasesModule } from '@kinward/cases';
import { FundingModule } from '@kinward/funding';
import { NeedsModule } from '@kinward/needs';
import { PublishCaseCardUseCase } from './application/publish-case-card.use-case.js';
import { WithdrawCaseCardUseCase } from './application/withdraw-case-card.use-case.js';
import { CaseCardResolver } from './graphql/case-card.resolver.js';
import './graphql/reason-texts.js';
import { CardGroundRepository } from './infrastructure/card-ground.repository.js';

/** What leaves the house about families: case cards, behind consent. */
@Module({
  imports: [CasesModule, FundingModule, NeedsModule],
  providers: [
    CardGroundRepository,
    CaseCardResolver,
    PublishCaseCardUseCase,
    WithdrawCaseCardUseCase,
  ],
})
export class PublicationModule {}
