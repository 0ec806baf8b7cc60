import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { OrganizationsModule } from '@kinward/organizations';
import { ApplicationMover } from './application/application-mover.js';
import { ApplicationWriter } from './application/application-writer.js';
import { ApplyAsVolunteerUseCase } from './application/apply-as-volunteer.use-case.js';
import { ChangeAvailabilityUseCase } from './application/change-availability.use-case.js';
import { ChangeCountryUseCase } from './application/change-country.use-case.js';
import { CompleteTrainingUseCase } from './application/complete-training.use-case.js';
import { DecideApplicationUseCase } from './application/decide-application.use-case.js';
import { DecideVolunteerUseCase } from './application/decide-volunteer.use-case.js';
import { EndTrustUseCase } from './application/end-trust.use-case.js';
import { MyVolunteeringQuery } from './application/my-volunteering.query.js';
import { NameRefereeUseCase } from './application/name-referee.use-case.js';
import { RecordInterviewUseCase } from './application/record-interview.use-case.js';
import { RecordReferenceUseCase } from './application/record-reference.use-case.js';
import { RefereeReviews } from './application/referee-reviews.js';
import { ReferenceRequestsQuery } from './application/reference-requests.query.js';
import { ReportRecheckUseCase } from './application/report-recheck.use-case.js';
import { RevealApplicantUseCase } from './application/reveal-applicant.use-case.js';
import { ScreenApplicationUseCase } from './application/screen-application.use-case.js';
import { StartProbationUseCase } from './application/start-probation.use-case.js';
import { Trust } from './application/trust.js';
import { TrustVolunteerUseCase } from './application/trust-volunteer.use-case.js';
import { VettingAccess } from './application/vetting-access.js';
import { VettingGround } from './application/vetting-ground.js';
import { VettingListsQuery } from './application/vetting-lists.query.js';
import { VettingMover } from './application/vetting-mover.js';
import { VolunteerAccess } from './application/volunteer-access.js';
import { VolunteerMover } from './application/volunteer-mover.js';
import { VolunteerNews } from './application/volunteer-news.js';
import { VolunteerRecord } from './application/volunteer-record.js';
import { ApplicationDecisionsResolver } from './graphql/application-decisions.resolver.js';
import { MyVolunteeringResolver } from './graphql/my-volunteering.resolver.js';
import './graphql/reason-texts.js';
import {
  VettingDutyResolver,
  VettingListsResolver,
  VettingVoiceResolver,
  VolunteerPersonResolver,
} from './graphql/vetting-lists.resolver.js';
import { VettingResolver } from './graphql/vetting.resolver.js';
import { VolunteerDecisionsResolver } from './graphql/volunteer-decisions.resolver.js';
import { AccountStore } from './infrastructure/account.store.js';
import { ApplicantSeal } from './infrastructure/applicant-seal.js';
import { ApplicationLimiter } from './infrastructure/application-limiter.js';
import { ApplicationRepository } from './infrastructure/application.repository.js';
import { SignatureStore } from './infrastructure/signature.store.js';
import { TrustStore } from './infrastructure/trust.store.js';
import { VettingListsStore } from './infrastructure/vetting-lists.store.js';
import { VettingRecordStore } from './infrastructure/vetting-record.store.js';
import { VolunteerRepository } from './infrastructure/volunteer.repository.js';

/** People who help: how they come in, how they stand, when they have time. */
@Module({
  imports: [IdentityModule, OrganizationsModule],
  providers: [
    AccountStore,
    ApplicantSeal,
    ApplicationDecisionsResolver,
    ApplicationLimiter,
    ApplicationMover,
    ApplicationRepository,
    ApplicationWriter,
    ApplyAsVolunteerUseCase,
    ChangeAvailabilityUseCase,
    ChangeCountryUseCase,
    CompleteTrainingUseCase,
    DecideApplicationUseCase,
    DecideVolunteerUseCase,
    EndTrustUseCase,
    MyVolunteeringQuery,
    MyVolunteeringResolver,
    NameRefereeUseCase,
    RecordInterviewUseCase,
    RecordReferenceUseCase,
    RefereeReviews,
    ReferenceRequestsQuery,
    ReportRecheckUseCase,
    RevealApplicantUseCase,
    ScreenApplicationUseCase,
    SignatureStore,
    StartProbationUseCase,
    Trust,
    TrustStore,
    TrustVolunteerUseCase,
    VettingAccess,
    VettingDutyResolver,
    VettingGround,
    VettingListsQuery,
    VettingListsResolver,
    VettingListsStore,
    VettingMover,
    VettingRecordStore,
    VettingResolver,
    VettingVoiceResolver,
    VolunteerAccess,
    VolunteerDecisionsResolver,
    VolunteerMover,
    VolunteerNews,
    VolunteerPersonResolver,
    VolunteerRecord,
    VolunteerRepository,
  ],
  exports: [VolunteerAccess, VolunteerRecord],
})
export class VolunteersModule {}
