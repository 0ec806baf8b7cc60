import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule } from '@kinward/cases';
import { IdentityModule } from '@kinward/identity';
import { NeedsModule } from '@kinward/needs';
import { OrganizationsModule } from '@kinward/organizations';
import { SealedColumns, VaultModule } from '@kinward/vault';
import { FamilyRequests } from './application/family/family-requests.js';
import { RequestEnding } from './application/family/request-ending.js';
import { BatchImport } from './application/import/batch-import.js';
import { DestinationOpening } from './application/import/destination-opening.js';
import { ImportSubmissionsUseCase } from './application/import/import-submissions.use-case.js';
import { ImportUploadUseCase } from './application/import/import-upload.use-case.js';
import { IntakeImportsQuery } from './application/import/intake-imports.query.js';
import { RequestWriter } from './application/import/request-writer.js';
import { AcceptRequestUseCase } from './application/screening/accept-request.use-case.js';
import { AppealRequestUseCase } from './application/screening/appeal-request.use-case.js';
import { ApplyProposedChangeUseCase } from './application/screening/apply-proposed-change.use-case.js';
import { AskApplicantUseCase } from './application/screening/ask-applicant.use-case.js';
import { AssignRequestUseCase } from './application/screening/assign-request.use-case.js';
import { Assigning } from './application/screening/assigning.js';
import { CardLog } from './application/screening/card-log.js';
import { ChangedCaseFile } from './application/screening/changed-case-file.js';
import { ChangedPeople } from './application/screening/changed-people.js';
import { CorrectRequestUseCase } from './application/screening/correct-request.use-case.js';
import { DeclineRequestUseCase } from './application/screening/decline-request.use-case.js';
import { InboxKeyring } from './application/screening/inbox-keyring.js';
import { InboxKeysUseCase } from './application/screening/inbox-keys.use-case.js';
import { IntakeInboxQuery } from './application/screening/intake-inbox.query.js';
import { IntakeLiveTopics } from './application/screening/intake-live-topics.js';
import { MarkCallOutUseCase } from './application/screening/mark-call-out.use-case.js';
import { MergeRequestUseCase } from './application/screening/merge-request.use-case.js';
import { OpenIntakeCardUseCase } from './application/screening/open-intake-card.use-case.js';
import { Proposing } from './application/screening/proposing.js';
import { Refusing } from './application/screening/refusing.js';
import { RequestOpener } from './application/screening/request-opener.js';
import { Rewriting } from './application/screening/rewriting.js';
import { ScreenRequestsUseCase } from './application/screening/screen-requests.use-case.js';
import { ScreeningDesk } from './application/screening/screening-desk.js';
import { ScreeningGround } from './application/screening/screening-ground.js';
import { SimilarFamilies } from './application/screening/similar-families.js';
import { INTAKE_SEALED_COLUMNS } from './domain/sealed-columns.js';
import { ImportSubmissionsResolver } from './graphql/import-submissions.resolver.js';
import './graphql/reason-texts.js';
import {
  ImportStarterResolver,
  IntakeImportsResolver,
  OpenedImportStarterResolver,
} from './graphql/intake-imports.resolver.js';
import { InboxKeysResolver } from './graphql/inbox-keys.resolver.js';
import { ScreeningDecisionsResolver } from './graphql/screening-decisions.resolver.js';
import { ScreeningDuplicatesResolver } from './graphql/screening-duplicates.resolver.js';
import { ScreeningResolver } from './graphql/screening.resolver.js';
import { MultipartRequests } from './http/multipart-requests.js';
import { ImportRepository } from './infrastructure/import.repository.js';
import { InboxKeysRepository } from './infrastructure/inbox-keys.repository.js';
import { InboxRepository } from './infrastructure/inbox.repository.js';
import { SubmissionKeyer } from './infrastructure/submission-keyer.js';
import { CardLogRepository } from './infrastructure/card-log.repository.js';
import { CaseRowsRepository } from './infrastructure/case-rows.repository.js';
import { LikenessRepository } from './infrastructure/likeness.repository.js';
import { ScreeningRepository } from './infrastructure/screening.repository.js';
import { UploadStore } from './infrastructure/upload-store.js';

/** Requests of families before they are cases: field files, and the desk where somebody looks at them first. */
@Module({
  imports: [CasesModule, IdentityModule, NeedsModule, OrganizationsModule, VaultModule],
  providers: [
    FamilyRequests,
    RequestEnding,
    BatchImport,
    DestinationOpening,
    ImportRepository,
    ImportSubmissionsResolver,
    ImportSubmissionsUseCase,
    ImportStarterResolver,
    ImportUploadUseCase,
    InboxRepository,
    IntakeImportsQuery,
    IntakeImportsResolver,
    MultipartRequests,
    OpenedImportStarterResolver,
    RequestWriter,
    SubmissionKeyer,
    UploadStore,
    AcceptRequestUseCase,
    AppealRequestUseCase,
    ApplyProposedChangeUseCase,
    AskApplicantUseCase,
    AssignRequestUseCase,
    Assigning,
    CardLog,
    ChangedCaseFile,
    ChangedPeople,
    CorrectRequestUseCase,
    DeclineRequestUseCase,
    InboxKeyring,
    InboxKeysRepository,
    InboxKeysResolver,
    InboxKeysUseCase,
    IntakeInboxQuery,
    IntakeLiveTopics,
    MarkCallOutUseCase,
    MergeRequestUseCase,
    OpenIntakeCardUseCase,
    Proposing,
    Refusing,
    RequestOpener,
    Rewriting,
    ScreenRequestsUseCase,
    ScreeningDesk,
    ScreeningGround,
    SimilarFamilies,
    ScreeningDecisionsResolver,
    ScreeningDuplicatesResolver,
    ScreeningResolver,
    CardLogRepository,
    CaseRowsRepository,
    LikenessRepository,
    ScreeningRepository,
  ],
  exports: [FamilyRequests, ImportSubmissionsUseCase],
})
export class IntakeModule implements OnModuleInit {
  constructor(private readonly sealedColumns: SealedColumns) {}

  onModuleInit(): void {
    this.sealedColumns.register(...INTAKE_SEALED_COLUMNS);
  }
}
