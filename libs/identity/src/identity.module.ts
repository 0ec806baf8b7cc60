import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ChangePersonUseCase } from './application/change-person/change-person.use-case.js';
import { DecidePersonChangeUseCase } from './application/change-person/decide-person-change.use-case.js';
import { PersonChangesQuery } from './application/change-person/person-changes.query.js';
import { EnrolPersonUseCase } from './application/enrol-person/enrol-person.use-case.js';
import { LoginUseCase } from './application/login/login.use-case.js';
import { OwnPassphraseCheck } from './application/login/own-passphrase-check.js';
import { PassphraseCheck } from './application/login/passphrase-check.js';
import { SessionOpener } from './application/login/session-opener.js';
import { LogoutUseCase } from './application/logout/logout.use-case.js';
import { SignOutEverywhereUseCase } from './application/logout/sign-out-everywhere.use-case.js';
import { BeginPasskeyUseCase } from './application/passkeys/begin-passkey.use-case.js';
import { EnrolPasskeyUseCase } from './application/passkeys/enrol-passkey.use-case.js';
import { PasskeysQuery } from './application/passkeys/passkeys.query.js';
import { RemovePasskeyUseCase } from './application/passkeys/remove-passkey.use-case.js';
import { SignInWithPasskeyUseCase } from './application/passkeys/sign-in-with-passkey.use-case.js';
import { MySessions } from './application/my-sessions/my-sessions.js';
import { PersonLoader } from './application/queries/person.loader.js';
import { EndingCertificatesQuery } from './application/queries/ending-certificates.query.js';
import { PeopleQuery } from './application/queries/people.query.js';
import { LiveGate } from '@kinward/platform';
import { SessionAuthenticator } from './application/session-authenticator.js';
import { SessionLiveGate } from './application/session-live-gate.js';
import './graphql/reason-texts.js';
import { IdentityResolver } from './graphql/identity.resolver.js';
import { PasskeyResolver } from './graphql/passkey.resolver.js';
import { MySessionResolver } from './graphql/my-session.resolver.js';
import { PersonChangeResolver } from './graphql/person-change.resolver.js';
import { SessionGuard } from './graphql/session.guard.js';
import { Argon2PassphraseHash } from './infrastructure/argon2-passphrase-hash.js';
import { AuthorityRepository } from './infrastructure/authority.repository.js';
import { CertificateRepository } from './infrastructure/certificate.repository.js';
import { CredentialRepository } from './infrastructure/credential.repository.js';
import { PasskeyProof } from './infrastructure/passkey-proof.js';
import { PasskeyRealm } from './infrastructure/passkey-realm.js';
import { PasskeyRepository } from './infrastructure/passkey.repository.js';
import { PinnedKeys } from './infrastructure/pinned-keys.js';
import { SessionRepository } from './infrastructure/session.repository.js';
import { SignInLimiter } from './infrastructure/sign-in-limiter.js';
import { StaffSeal } from './infrastructure/staff-seal.js';

/** People, their keys and sessions, and the guard of every operation. */
@Module({
  providers: [
    Argon2PassphraseHash,
    BeginPasskeyUseCase,
    AuthorityRepository,
    CertificateRepository,
    ChangePersonUseCase,
    DecidePersonChangeUseCase,
    CredentialRepository,
    EnrolPasskeyUseCase,
    EnrolPersonUseCase,
    IdentityResolver,
    LoginUseCase,
    LogoutUseCase,
    OwnPassphraseCheck,
    PasskeyProof,
    PasskeyRealm,
    PasskeyRepository,
    PasskeyResolver,
    PasskeysQuery,
    MySessionResolver,
    MySessions,
    PassphraseCheck,
    EndingCertificatesQuery,
    PeopleQuery,
    PersonChangeResolver,
    PersonChangesQuery,
    PersonLoader,
    PinnedKeys,
    RemovePasskeyUseCase,
    SessionAuthenticator,
    SessionOpener,
    SessionRepository,
    SignInLimiter,
    SignInWithPasskeyUseCase,
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
    EndingCertificatesQuery,
    PeopleQuery,
    PersonLoader,
    PinnedKeys,
    SessionAuthenticator,
    StaffSeal,
  ],
})
export class IdentityModule {}
