import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule } from '@kinward/cases';
import { NeedsModule } from '@kinward/needs';
import { OrganizationsModule } from '@kinward/organizations';
import { SealedColumns, VaultModule } from '@kinward/vault';
import { BatchImport } from './application/import/batch-import.js';
import { DestinationOpening } from './application/import/destination-opening.js';
import { ImportSubmissionsUseCase } from './application/import/import-submissions.use-case.js';
import { RequestWriter } from './application/import/request-writer.js';
import { INTAKE_SEALED_COLUMNS } from './domain/sealed-columns.js';
import { ImportRepository } from './infrastructure/import.repository.js';
import { InboxRepository } from './infrastructure/inbox.repository.js';
import { SubmissionKeyer } from './infrastructure/submission-keyer.js';

/** Requests of families before they are cases: field files, and the desk where somebody looks at them first. */
@Module({
  imports: [CasesModule, NeedsModule, OrganizationsModule, VaultModule],
  providers: [
    BatchImport,
    DestinationOpening,
    ImportRepository,
    ImportSubmissionsUseCase,
    InboxRepository,
    RequestWriter,
    SubmissionKeyer,
  ],
  exports: [ImportSubmissionsUseCase],
})
export class IntakeModule implements OnModuleInit {
  constructor(private readonly sealedColumns: SealedColumns) {}

  onModuleInit(): void {
    this.sealedColumns.register(...INTAKE_SEALED_COLUMNS);
  }
}
