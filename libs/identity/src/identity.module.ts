import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { EnrolPersonUseCase } from './application/enrol-person/enrol-person.use-case.js';
import { LoginUseCase } from './application/login/login.use-case.js';
import { PassphraseCheck } from './application/login/passphrase-check.js';
import { SessionOpener } from './application/login/session-opener.js';
import { LogoutUseCase } from './application/logout/logout.use-case.js';
import { SignOutEverywhereUseCase } from './application/logout/sign-out-everywhere.use-case.js';
import { PersonLoader } from './application/queries/person.loader.js';
import { PeopleQuery } from './application/queries/people.query.js';
import { LiveGate } from '@kinward/platform';
import { SessionAuthenticator } from './application/session-authenticator.js';
import { SessionLiveGate } from './application/session-live-gate.js';
import './graphql/reason-texts.js';
import { IdentityResolver } from './graphql/identity.resolver.js';
import { SessionGuard } from './graphql/session.guard.js';
import { Argon2PassphraseHash } from './infrastructure/argon2-passphrase-hash.js';
import { CertificateRepository } from './infrastructure/certificate.repository.js';
import { CredentialRepository } from './infrastructure/credential.repository.js';
import { PinnedKeys } from './infrastructure/pinned-keys.js';
import { SessionRepository } from './infrastructure/session.repository.js';
import { SignInLimiter } from './infrastructure/sign-in-limiter.js';
import { StaffSeal } from './infrastructure/staff-seal.js';

/** People, their keys and sessions, and the guard of every operation. */
@Module({
  providers: [
    Argon2PassphraseHash,
    CertificateRepository,
    CredentialRepository,
    EnrolPersonUseCase,
    IdentityResolver,
    LoginUseCase,
    LogoutUseCase,
    PassphraseCheck,
    PeopleQuery,
    PersonLoader,
    PinnedKeys,
    SessionAuthenticator,
    SessionOpener,
    SessionRepository,
    SignInLimiter,
    SignOutEverywhereUseCase,
    StaffSeal,
    { provide: LiveGate, useClass: SessionLiveGate },
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [
    CertificateRepository,
    EnrolPersonUseCase,
    LoginUseCase,
    LogoutUseCase,
    PeopleQuery,
    PersonLoader,
    PinnedKeys,
    SessionAuthenticator,
    StaffSeal,
  ],
})
export class IdentityModule {}
