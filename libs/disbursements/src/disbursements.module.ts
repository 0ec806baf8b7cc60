import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule } from '@kinward/cases';
import { FundingModule } from '@kinward/funding';
import { IdentityModule } from '@kinward/identity';
import { defineInvariants, LedgerModule } from '@kinward/ledger';
import { NeedsModule } from '@kinward/needs';
import { OrganizationsModule } from '@kinward/organizations';
import { SealedColumns, VaultModule } from '@kinward/vault';
import { CloseDisbursementUseCase } from './application/close-disbursement.use-case.js';
import { DecideApprovalUseCase } from './application/decide-approval.use-case.js';
import { DecideSecurityUseCase } from './application/decide-security.use-case.js';
import { DeclareInterestUseCase } from './application/declare-interest.use-case.js';
import { DeliveryCheck } from './application/delivery-check.js';
import { DisbursementBooks } from './application/disbursement-books.js';
import { DisbursementDesk } from './application/disbursement-desk.js';
import { DisbursementFactsReader } from './application/disbursement-facts.reader.js';
import { DisbursementListQuery } from './application/disbursement-list.query.js';
import { DisbursementMover } from './application/disbursement-mover.js';
import { DisbursementNews } from './application/disbursement-news.js';
import { ChangeDisbursementUseCase } from './application/draft/change-disbursement.use-case.js';
import { DraftDisbursementUseCase } from './application/draft/draft-disbursement.use-case.js';
import { DraftJudge } from './application/draft/draft-judge.js';
import { DraftPapersWriter } from './application/draft/draft-papers.js';
import { DraftWriter } from './application/draft/draft-writer.js';
import { ConfirmReceiptUseCase } from './application/evidence/confirm-receipt.use-case.js';
import { ReceiptRecording } from './application/evidence/receipt-recording.js';
import { CompareEvidenceUseCase } from './application/evidence/compare-evidence.use-case.js';
import { EvidenceKeepingUseCase } from './application/evidence/evidence-keeping.use-case.js';
import { EvidencePapers } from './application/evidence/evidence-papers.js';
import { EvidenceSettlement } from './application/evidence/evidence-settlement.js';
import { IssueReceiptWordUseCase } from './application/evidence/issue-receipt-word.use-case.js';
import { RecordEvidenceUseCase } from './application/evidence/record-evidence.use-case.js';
import { WaiveEvidenceUseCase } from './application/evidence/waive-evidence.use-case.js';
import { FreezeDisbursementsUseCase } from './application/freeze-disbursements.use-case.js';
import { FundTerms } from './application/fund-terms.js';
import { MatchNeedQuery } from './application/match-need.query.js';
import { PaperSealing } from './application/paper-sealing.js';
import { PapersQuery } from './application/papers.query.js';
import { RailReviewUseCase } from './application/rail-review.use-case.js';
import { RecordOutcomeUseCase } from './application/record-outcome.use-case.js';
import { OutcomeBookings } from './application/outcome-bookings.js';
import { ReleaseDisbursementUseCase } from './application/release-disbursement.use-case.js';
import { ReleasePayment } from './application/release-payment.js';
import { ReleaseReservationUseCase } from './application/release-reservation.use-case.js';
import { ReserveForNeedUseCase } from './application/reserve-for-need.use-case.js';
import { Reserving } from './application/reserving.js';
import { PaymentSamples } from './application/sample/payment-samples.js';
import { SettleDisputeUseCase } from './application/settle-dispute.use-case.js';
import { SubmitDisbursementUseCase } from './application/submit-disbursement.use-case.js';
import { DisputeBookings } from './application/dispute-bookings.js';
import { DISBURSEMENT_INVARIANTS } from './application/disbursement-invariants.js';
import { DISBURSEMENT_SEALED_COLUMNS } from './domain/sealed-contents.js';
import { DisbursementsResolver } from './graphql/disbursements.resolver.js';
import { DraftResolver } from './graphql/draft.resolver.js';
import { EvidenceResolver } from './graphql/evidence.resolver.js';
import { OutcomeResolver } from './graphql/outcome.resolver.js';
import { PapersResolver } from './graphql/papers.resolver.js';
import './graphql/reason-texts.js';
import { ReceiptResolver } from './graphql/receipt.resolver.js';
import { DetailReleasedByResolver, ReleasedByResolver } from './graphql/released-by.resolver.js';
import { ReservationResolver } from './graphql/reservation.resolver.js';
import { DisbursementSafetyResolver } from './graphql/safety.resolver.js';
import { PaymentSampleResolver } from './graphql/sample.resolver.js';
import { SigningResolver } from './graphql/signing.resolver.js';
import { DeliveryRepository } from './infrastructure/delivery.repository.js';
import { DisbursementRepository } from './infrastructure/disbursement.repository.js';
import { EvidenceRepository } from './infrastructure/evidence.repository.js';
import { FreezeRepository } from './infrastructure/freeze.repository.js';
import { FundReservationRepository } from './infrastructure/fund-reservation.repository.js';
import { GroundRepository } from './infrastructure/ground.repository.js';
import { RailRepository } from './infrastructure/rail.repository.js';
import { ReceiptLimiter } from './infrastructure/receipt-limiter.js';
import { ReceiptWordRepository } from './infrastructure/receipt-word.repository.js';
import { SampleRepository } from './infrastructure/sample.repository.js';
import { SignatureRepository } from './infrastructure/signature.repository.js';

defineInvariants(DISBURSEMENT_INVARIANTS);

const resolvers = [
  PaymentSampleResolver,
  DisbursementSafetyResolver,
  DetailReleasedByResolver,
  DisbursementsResolver,
  DraftResolver,
  EvidenceResolver,
  OutcomeResolver,
  PapersResolver,
  ReceiptResolver,
  ReleasedByResolver,
  ReservationResolver,
  SigningResolver,
];

const useCases = [
  ChangeDisbursementUseCase,
  CloseDisbursementUseCase,
  ConfirmReceiptUseCase,
  DecideApprovalUseCase,
  DecideSecurityUseCase,
  DeclareInterestUseCase,
  DisbursementListQuery,
  DraftDisbursementUseCase,
  CompareEvidenceUseCase,
  EvidenceKeepingUseCase,
  FreezeDisbursementsUseCase,
  IssueReceiptWordUseCase,
  MatchNeedQuery,
  PapersQuery,
  RailReviewUseCase,
  RecordEvidenceUseCase,
  RecordOutcomeUseCase,
  ReleaseDisbursementUseCase,
  ReleaseReservationUseCase,
  ReserveForNeedUseCase,
  SettleDisputeUseCase,
  SubmitDisbursementUseCase,
  WaiveEvidenceUseCase,
];

const repositories = [
  DeliveryRepository,
  DisbursementRepository,
  EvidenceRepository,
  FreezeRepository,
  FundReservationRepository,
  GroundRepository,
  RailRepository,
  ReceiptLimiter,
  ReceiptWordRepository,
  SampleRepository,
  SignatureRepository,
];

/** Payouts: from a reservation through the signatures to the proof that help arrived. */
@Module({
  imports: [
    CasesModule,
    FundingModule,
    IdentityModule,
    LedgerModule,
    NeedsModule,
    OrganizationsModule,
    VaultModule,
  ],
  providers: [
    ...resolvers,
    ...useCases,
    ...repositories,
    DeliveryCheck,
    DisbursementBooks,
    DisbursementDesk,
    DisbursementFactsReader,
    DisbursementMover,
    DisbursementNews,
    DisputeBookings,
    DraftJudge,
    DraftPapersWriter,
    DraftWriter,
    EvidencePapers,
    EvidenceSettlement,
    FundTerms,
    OutcomeBookings,
    PaperSealing,
    PaymentSamples,
    ReceiptRecording,
    ReleasePayment,
    Reserving,
  ],
  exports: [
    ConfirmReceiptUseCase,
    Reserving,
    ReleaseReservationUseCase,
    FreezeDisbursementsUseCase,
  ],
})
export class DisbursementsModule implements OnModuleInit {
  constructor(private readonly sealedColumns: SealedColumns) {}

  onModuleInit(): void {
    this.sealedColumns.register(...DISBURSEMENT_SEALED_COLUMNS);
  }
}
