export {
  EnrolPersonUseCase,
  type EnrolledPerson,
  type EnrolPersonCommand,
} from './application/enrol-person/enrol-person.use-case.js';
export { generatePassphrase } from './application/enrol-person/generate-passphrase.js';
export { LogoutUseCase } from './application/logout/logout.use-case.js';
export { LoginUseCase } from './application/login/login.use-case.js';
export { EndingCertificatesQuery } from './application/queries/ending-certificates.query.js';
export { PeopleQuery, type PersonView } from './application/queries/people.query.js';
export { PersonLoader } from './application/queries/person.loader.js';
export {
  SessionAuthenticator,
  type AuthenticatedRequest,
} from './application/session-authenticator.js';
export {
  issueCertificate,
  signCertificate,
  verifyCertificate,
  type CertifiedPerson,
} from './domain/keys/certificate.js';
export type { CertificateClaims } from './domain/keys/certificate-encoding.js';
export { mayGrant, mayHoldT0, type ClearanceLevel } from './domain/keys/clearance-level.js';
export {
  generatePersonKeys,
  personKeysFromSeeds,
  type PersonPublicKeys,
  type PersonSecretKeys,
} from './domain/keys/person-keys.js';
export { canonicalBytes, type CanonicalPart } from './domain/keys/canonical-bytes.js';
export { Person } from './graphql/person.type.js';
export { IdentityModule } from './identity.module.js';
export { CertificateRepository } from './infrastructure/certificate.repository.js';
export { CredentialRow } from './infrastructure/credential.entity.js';
export type { Standing } from './domain/standing.js';
export { PersonChangeRow } from './infrastructure/person-change.entity.js';
export { PersonRow } from './infrastructure/person.entity.js';
export { PasskeyRow } from './infrastructure/passkey.entity.js';
export { SessionRow } from './infrastructure/session.entity.js';
export { StaffSeal } from './infrastructure/staff-seal.js';
export { PinnedKeys } from './infrastructure/pinned-keys.js';
export { Argon2PassphraseHash, SignInBusy } from './infrastructure/argon2-passphrase-hash.js';
export { KDF_PARAMS, KDF_SALT_BYTES } from './domain/keys/kdf-params.js';
