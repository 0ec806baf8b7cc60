import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule } from '@kinward/cases';
import { NeedsModule } from '@kinward/needs';
import { OrganizationsModule } from '@kinward/organizations';
import { SealedColumns, VaultModule } from '@kinward/vault';
import { BatchImport } from './application/import/batch-import.js';
import { DestinationOpening } from './application/import/destination-opening.js';
import { ImportSubmissionsUseCase } from './application/import/import-submissions.use-case.js';
import { ImportUploadUseCase } from './application/import/import-upload.use-case.js';
import { RequestWriter } from './application/import/request-writer.js';
import { INTAKE_SEALED_COLUMNS } from './domain/sealed-columns.js';
import { ImportSubmissionsResolver } from './graphql/import-submissions.resolver.js';
import './graphql/reason-texts.js';
import { MultipartRequests } from './http/multipart-requests.js';
import { ImportRepository } from './infrastructure/import.repository.js';
import { InboxRepository } from './infrastructure/inbox.repository.js';
import { SubmissionKeyer } from './infrastructure/submission-keyer.js';
import { UploadStore } from './infrastructure/upload-store.js';

/** Requests of families before they are cases: field files, and the desk where somebody looks at them first. */
@Module({
  imports: [CasesModule, NeedsModule, OrganizationsModule, VaultModule],
  providers: [
    BatchImport,
    DestinationOpening,
    ImportRepository,
    ImportSubmissionsResolver,
    ImportSubmissionsUseCase,
    ImportUploadUseCase,
    InboxRepository,
    MultipartRequests,
    RequestWriter,
    SubmissionKeyer,
    UploadStore,
  ],
  exports: [ImportSubmissionsUseCase],
})
export class IntakeModule implements OnModuleInit {
  constructor(private readonly sealedColumns: SealedColumns) {}

  onModuleInit(): void {
    this.sealedColumns.register(...INTAKE_SEALED_COLUMNS);
  }
}
