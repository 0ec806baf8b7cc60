import { Module, type OnModuleInit } from '@nestjs/common';
import { OrganizationsModule } from '@kinward/organizations';
import { SealedColumns, VaultModule } from '@kinward/vault';
import { CaseAccess } from './application/case-access.js';
import { CaseNews } from './application/case-news.js';
import { FamilyWriter } from './application/family-writer.js';
import { OpenCaseUseCase } from './application/open-case/open-case.use-case.js';
import { CASE_SEALED_COLUMNS } from './domain/sealed-columns.js';
import { CasesResolver } from './graphql/cases.resolver.js';
import './graphql/reason-texts.js';
import { CaseFileRepository } from './infrastructure/case-file.repository.js';

/** Case files: families, prisoners, contact, consents, states and who works on them. */
@Module({
  imports: [OrganizationsModule, VaultModule],
  providers: [
    CaseAccess,
    CaseFileRepository,
    CaseNews,
    CasesResolver,
    FamilyWriter,
    OpenCaseUseCase,
  ],
  exports: [CaseAccess, OpenCaseUseCase],
})
export class CasesModule implements OnModuleInit {
  constructor(private readonly sealedColumns: SealedColumns) {}

  onModuleInit(): void {
    this.sealedColumns.register(...CASE_SEALED_COLUMNS);
  }
}
