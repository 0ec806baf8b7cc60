import { AgreeContactRhythmUseCase } from './application/agree-contact-rhythm/agree-contact-rhythm.use-case.js';
import { ChangeChannelTrustUseCase } from './application/change-channel-trust/change-channel-trust.use-case.js';
import { ContactWriter } from './application/contact-writer.js';
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

/** Contact, consent and verification: their part of the module. */
export const CONTACT_PROVIDERS = [
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
];
