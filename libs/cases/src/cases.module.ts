import { Module, type OnModuleInit } from '@nestjs/common';
import { OrganizationsModule } from '@kinward/organizations';
import { SealedColumns, VaultModule } from '@kinward/vault';
import { AddCaseNoteUseCase } from './application/add-case-note/add-case-note.use-case.js';
import { GrantAccessUseCase } from './application/access/grant-access.use-case.js';
import { HandOverCaseUseCase } from './application/access/hand-over-case.use-case.js';
import { HoldLimits } from './application/access/hold-limits.js';
import { ReleaseDeputyLockUseCase } from './application/access/release-deputy-lock.use-case.js';
import { RevokeAccessUseCase } from './application/access/revoke-access.use-case.js';
import { AssignCaseUseCase } from './application/assign-case/assign-case.use-case.js';
import { CaseAccess } from './application/case-access.js';
import { CaseNews } from './application/case-news.js';
import { CaseErasing } from './application/erasure/case-erasing.js';
import { CaseErasuresQuery } from './application/erasure/case-erasures.query.js';
import { ConfirmCaseErasureUseCase } from './application/erasure/confirm-case-erasure.use-case.js';
import { DataProtection } from './application/erasure/data-protection.js';
import { ErasureDecision } from './application/erasure/erasure-decision.js';
import { ProposeCaseErasureUseCase } from './application/erasure/propose-case-erasure.use-case.js';
import { AnswerCaseTransferUseCase } from './application/transfer/answer-case-transfer.use-case.js';
import { ArrivedCaseFile } from './application/transfer/arrived-case-file.js';
import { ArrivedFamily } from './application/transfer/arrived-family.js';
import { CaseTransfersQuery } from './application/transfer/case-transfers.query.js';
import { FamilyPacking } from './application/transfer/family-packing.js';
import { FamilySealing } from './application/transfer/family-sealing.js';
import { OfferCaseTransferUseCase } from './application/transfer/offer-case-transfer.use-case.js';
import { ReceiveCaseTransferUseCase } from './application/transfer/receive-case-transfer.use-case.js';
import { SendCaseTransferUseCase } from './application/transfer/send-case-transfer.use-case.js';
import { TransferDecision } from './application/transfer/transfer-decision.js';
import { TransferDesk } from './application/transfer/transfer-desk.js';
import { ErasureResolver } from './graphql/erasure.resolver.js';
import { TransferResolver } from './graphql/transfer.resolver.js';
import { CaseTransferRepository } from './infrastructure/case-transfer.repository.js';
import { DataProtectionRepository } from './infrastructure/data-protection.repository.js';
import { ErasureRepository } from './infrastructure/erasure.repository.js';
import { OpenWorkRepository } from './infrastructure/open-work.repository.js';
import { SealedFamilyRepository } from './infrastructure/sealed-family.repository.js';
import { FamilyRewriter } from './application/family-rewriter.js';
import { FamilyWork } from './application/family-work.js';
import { FamilyWriter } from './application/family-writer.js';
import { LinkPrisonerUseCase } from './application/link-prisoner/link-prisoner.use-case.js';
import { ImportedCases } from './application/imported-cases.js';
import { NewCodename } from './application/new-codename.js';
import { CaseFileWriter } from './application/open-case/case-file-writer.js';
import { NewFamily } from './application/open-case/new-family.js';
import { OpenCaseOnceUseCase } from './application/open-case/open-case-once.use-case.js';
import { OpenCaseUseCase } from './application/open-case/open-case.use-case.js';
import { RecordHouseholdUseCase } from './application/record-household/record-household.use-case.js';
import { RecordMemberUseCase } from './application/record-member/record-member.use-case.js';
import { RecordPrisonerStatusUseCase } from './application/record-prisoner-status/record-prisoner-status.use-case.js';
import { StatusRecorder } from './application/record-prisoner-status/status-recorder.js';
import { PrisonerAddition } from './application/record-prisoner/prisoner-addition.js';
import { RecordPrisonerUseCase } from './application/record-prisoner/record-prisoner.use-case.js';
import { DismissCaseUseCase } from './application/take-on-case/dismiss-case.use-case.js';
import { FirstContact } from './application/take-on-case/first-contact.js';
import { ScreeningMove } from './application/take-on-case/screening-move.js';
import { TakeOnCaseUseCase } from './application/take-on-case/take-on-case.use-case.js';
import { ReleaseEvidence } from './application/transition-case/release-evidence.js';
import { TransitionCaseUseCase } from './application/transition-case/transition-case.use-case.js';
import { TransitionEffects } from './application/transition-case/transition-effects.js';
import { CASE_SEALED_COLUMNS } from './domain/sealed-columns.js';
import { AccessResolver } from './graphql/access.resolver.js';
import { CasesResolver } from './graphql/cases.resolver.js';
import { FamilyResolver } from './graphql/family.resolver.js';
import './graphql/ending-reason-texts.js';
import './graphql/reason-texts.js';
import { CaseFactsRepository } from './infrastructure/case-facts.repository.js';
import { CaseFileRepository } from './infrastructure/case-file.repository.js';

import { ImportedCaseRepository } from './infrastructure/imported-case.repository.js';
import { ChannelTrustRepository } from './infrastructure/channel-trust.repository.js';
import { FamilyWishesRepository } from './infrastructure/family-wishes.repository.js';
import { FamilyRepository } from './infrastructure/family.repository.js';
import { HolderLoadRepository } from './infrastructure/holder-load.repository.js';
import { AgreeContactRhythmUseCase } from './application/agree-contact-rhythm/agree-contact-rhythm.use-case.js';
import { ChangeChannelTrustUseCase } from './application/change-channel-trust/change-channel-trust.use-case.js';
import { ContactWriter } from './application/contact-writer.js';
import { FamilyWishes } from './application/family-wishes/family-wishes.js';
import { GiveConsentUseCase } from './application/give-consent/give-consent.use-case.js';
import { PlanNextStepUseCase } from './application/plan-next-step/plan-next-step.use-case.js';
import { RecordContactAttemptUseCase } from './application/record-contact-attempt/record-contact-attempt.use-case.js';
import { RecordContactChannelUseCase } from './application/record-contact-channel/record-contact-channel.use-case.js';
import { RecordVerificationUseCase } from './application/record-verification/record-verification.use-case.js';
import { WithdrawConsentUseCase } from './application/withdraw-consent/withdraw-consent.use-case.js';
import { ConsentResolver } from './graphql/consent.resolver.js';
import { ContactResolver } from './graphql/contact.resolver.js';
import { ContactRepository } from './infrastructure/contact.repository.js';
import { RefereeRepository } from './infrastructure/referee.repository.js';

/** Case files: families, prisoners, contact, consents, states and who works on them. */
@Module({
  imports: [OrganizationsModule, VaultModule],
  providers: [
    FamilyWishes,
    FamilyWishesRepository,
    CaseErasing,
    CaseErasuresQuery,
    ConfirmCaseErasureUseCase,
    DataProtection,
    DataProtectionRepository,
    ErasureDecision,
    ErasureRepository,
    ErasureResolver,
    OpenWorkRepository,
    ProposeCaseErasureUseCase,
    AnswerCaseTransferUseCase,
    ArrivedCaseFile,
    ArrivedFamily,
    CaseTransferRepository,
    CaseTransfersQuery,
    FamilyPacking,
    FamilySealing,
    OfferCaseTransferUseCase,
    ReceiveCaseTransferUseCase,
    SealedFamilyRepository,
    SendCaseTransferUseCase,
    TransferDecision,
    TransferDesk,
    TransferResolver,
    AddCaseNoteUseCase,
    AgreeContactRhythmUseCase,
    ChangeChannelTrustUseCase,
    ConsentResolver,
    ContactRepository,
    ContactResolver,
    ContactWriter,
    GiveConsentUseCase,
    PlanNextStepUseCase,
    RecordContactAttemptUseCase,
    RecordContactChannelUseCase,
    RecordVerificationUseCase,
    RefereeRepository,
    WithdrawConsentUseCase,
    AccessResolver,
    AssignCaseUseCase,
    GrantAccessUseCase,
    HandOverCaseUseCase,
    HoldLimits,
    HolderLoadRepository,
    ReleaseDeputyLockUseCase,
    RevokeAccessUseCase,
    CaseAccess,
    CaseFactsRepository,
    CaseFileRepository,
    ImportedCaseRepository,
    CaseFileWriter,
    ImportedCases,
    ChannelTrustRepository,
    NewCodename,
    NewFamily,
    DismissCaseUseCase,
    FirstContact,
    ScreeningMove,
    TakeOnCaseUseCase,
    ReleaseEvidence,
    TransitionCaseUseCase,
    TransitionEffects,
    CaseNews,
    CasesResolver,
    FamilyRepository,
    FamilyResolver,
    FamilyRewriter,
    FamilyWork,
    FamilyWriter,
    LinkPrisonerUseCase,
    PrisonerAddition,
    RecordHouseholdUseCase,
    RecordMemberUseCase,
    RecordPrisonerStatusUseCase,
    RecordPrisonerUseCase,
    StatusRecorder,
    OpenCaseOnceUseCase,
    OpenCaseUseCase,
  ],
  exports: [
    AssignCaseUseCase,
    CaseAccess,
    DismissCaseUseCase,
    FamilyWishes,
    GrantAccessUseCase,
    ImportedCases,
    NewCodename,
    OpenCaseUseCase,
    RecordContactChannelUseCase,
    RecordMemberUseCase,
    RecordPrisonerUseCase,
    TakeOnCaseUseCase,
    TransitionCaseUseCase,
  ],
})
export class CasesModule implements OnModuleInit {
  constructor(private readonly sealedColumns: SealedColumns) {}

  onModuleInit(): void {
    this.sealedColumns.register(...CASE_SEALED_COLUMNS);
  }
}
