export { CloseDisbursementUseCase } from './application/close-disbursement.use-case.js';
export { DecideApprovalUseCase } from './application/decide-approval.use-case.js';
export { DecideSecurityUseCase } from './application/decide-security.use-case.js';
export { DeclareInterestUseCase } from './application/declare-interest.use-case.js';
export { DraftDisbursementUseCase } from './application/draft/draft-disbursement.use-case.js';
export { ConfirmReceiptUseCase } from './application/evidence/confirm-receipt.use-case.js';
export { IssueReceiptWordUseCase } from './application/evidence/issue-receipt-word.use-case.js';
export { RecordOutcomeUseCase } from './application/record-outcome.use-case.js';
export { ReleaseDisbursementUseCase } from './application/release-disbursement.use-case.js';
export { SubmitDisbursementUseCase } from './application/submit-disbursement.use-case.js';
export { FreezeDisbursementsUseCase } from './application/freeze-disbursements.use-case.js';
export { ReserveForNeedUseCase } from './application/reserve-for-need.use-case.js';
export { DisbursementsModule } from './disbursements.module.js';
export {
  renderDisbursementDiagram,
  renderDisbursementTable,
} from './domain/disbursement-diagram.js';
export { DISBURSEMENT_STATES } from './domain/disbursement-states.js';
export { DisbursementRow } from './infrastructure/disbursement.entity.js';
export { FundReservationRow } from './infrastructure/fund-reservation.entity.js';
