export { ReleaseDeputyLockUseCase } from './application/access/release-deputy-lock.use-case.js';
export { ConfirmCaseErasureUseCase } from './application/erasure/confirm-case-erasure.use-case.js';
export { DataProtection } from './application/erasure/data-protection.js';
export { ProposeCaseErasureUseCase } from './application/erasure/propose-case-erasure.use-case.js';
export { AnswerCaseTransferUseCase } from './application/transfer/answer-case-transfer.use-case.js';
export { OfferCaseTransferUseCase } from './application/transfer/offer-case-transfer.use-case.js';
export { ReceiveCaseTransferUseCase } from './application/transfer/receive-case-transfer.use-case.js';
export { SendCaseTransferUseCase } from './application/transfer/send-case-transfer.use-case.js';
export { GrantAccessUseCase } from './application/access/grant-access.use-case.js';
export { AssignCaseUseCase } from './application/assign-case/assign-case.use-case.js';
export { ChangeChannelTrustUseCase } from './application/change-channel-trust/change-channel-trust.use-case.js';
export { FamilyWishes, type FamilyStanding } from './application/family-wishes/family-wishes.js';
export { GiveConsentUseCase } from './application/give-consent/give-consent.use-case.js';
export type { OpenCaseCommand } from './application/open-case/open-case.command.js';
export { PlanNextStepUseCase } from './application/plan-next-step/plan-next-step.use-case.js';
export { RecordContactAttemptUseCase } from './application/record-contact-attempt/record-contact-attempt.use-case.js';
export { RecordContactChannelUseCase } from './application/record-contact-channel/record-contact-channel.use-case.js';
export { RecordVerificationUseCase } from './application/record-verification/record-verification.use-case.js';
export { RecordMemberUseCase } from './application/record-member/record-member.use-case.js';
export { RecordPrisonerUseCase } from './application/record-prisoner/record-prisoner.use-case.js';
export { DismissCaseUseCase } from './application/take-on-case/dismiss-case.use-case.js';
export {
  TakeOnCaseUseCase,
  type TakenOnCase,
  type TakeOnCaseCommand,
} from './application/take-on-case/take-on-case.use-case.js';
export { TransitionCaseUseCase } from './application/transition-case/transition-case.use-case.js';
export { CaseAccess, type LockedCase, type OpenCase } from './application/case-access.js';
export { ImportedCases, type ImportedCase } from './application/imported-cases.js';
export { NewCodename } from './application/new-codename.js';
export { OpenCaseUseCase } from './application/open-case/open-case.use-case.js';
export { CasesModule } from './cases.module.js';
export { CASE_MACHINE } from './domain/case-machine.js';
export { CODENAME_BYTES, CODENAME_COUNT, codenameFrom } from './domain/codename.js';
export { findReason } from './domain/case-reason-codes.js';
export { loadBand } from './domain/holders.js';
export { CASE_STATES, type CaseState } from './domain/case-states.js';
export { availableTransitions } from './domain/case-state.js';
export type { CaseTransition } from './domain/case-transitions.js';
export type * from './domain/sealed-contents.js';
export { contactOverdue } from './domain/next-step.js';
export { CaseFileRow } from './infrastructure/case-file.entity.js';
export { CaseTransitionRow, TransitionSignatureRow } from './infrastructure/case-history.entity.js';
export { CaseNoteRow } from './infrastructure/case-note.entity.js';
export {
  ConsentRow,
  ContactAttemptRow,
  ContactChannelRow,
} from './infrastructure/contact.entity.js';
export {
  HouseholdMemberRow,
  HouseholdPrisonerRow,
  HouseholdRow,
} from './infrastructure/family.entity.js';
export { PrisonerRow, PrisonerStatusRow } from './infrastructure/prisoner.entity.js';
export { CaseStateEnum, CaseTransitionEnum } from './graphql/transition-case.type.js';
