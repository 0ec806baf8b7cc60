import { Module } from '@nestjs/common';
import { CasesModule } from '@kinward/cases';
import { FundingModule } from '@kinward/funding';
import { IdentityModule } from '@kinward/identity';
import { NeedsModule } from '@kinward/needs';
import { OrganizationsModule } from '@kinward/organizations';
import { CheckPublicTextQuery } from './application/check-public-text.query.js';
import { GateKeeper } from './application/gate-keeper.js';
import { ImportPublicListUseCase } from './application/import-public-list.use-case.js';
import { ProposedTexts } from './application/proposed-texts.js';
import { PublicTextsQuery } from './application/public-texts.query.js';
import { PublishPublicTextUseCase } from './application/publish-public-text.use-case.js';
import {
  SendBackPublicTextUseCase,
  WithdrawPublicTextUseCase,
} from './application/take-back-text.use-cases.js';
import { TextRecords } from './application/text-records.js';
import { WithdrawCaseCardUseCase } from './application/withdraw-case-card.use-case.js';
import { WritePublicTextUseCase } from './application/write-public-text.use-case.js';
import { CaseCardResolver } from './graphql/case-card.resolver.js';
import { PublicTextResolver } from './graphql/public-text.resolver.js';
import { PublicTextsResolver } from './graphql/public-texts.resolver.js';
import './graphql/reason-texts.js';
import { PublicListRepository } from './infrastructure/public-list.repository.js';
import { PublicTextListRepository } from './infrastructure/public-text-list.repository.js';
import { PublicTextRepository } from './infrastructure/public-text.repository.js';
import { TextGroundRepository } from './infrastructure/text-ground.repository.js';

/** What leaves the house about families: case cards and updates, behind consent, gate and a second person. */
@Module({
  imports: [CasesModule, FundingModule, IdentityModule, NeedsModule, OrganizationsModule],
  providers: [
    CaseCardResolver,
    CheckPublicTextQuery,
    GateKeeper,
    ImportPublicListUseCase,
    ProposedTexts,
    PublicListRepository,
    PublicTextListRepository,
    PublicTextRepository,
    PublicTextResolver,
    PublicTextsQuery,
    PublicTextsResolver,
    PublishPublicTextUseCase,
    SendBackPublicTextUseCase,
    TextGroundRepository,
    TextRecords,
    WithdrawCaseCardUseCase,
    WithdrawPublicTextUseCase,
    WritePublicTextUseCase,
  ],
})
export class PublicationModule {}
