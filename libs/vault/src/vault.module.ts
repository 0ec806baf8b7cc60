import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { AccessGranting } from './application/access-granting.js';
import { CertifiedPeople } from './application/certified-people.js';
import { CompartmentBatch } from './application/compartment-batch.js';
import { CompartmentCreation } from './application/compartment-creation.js';
import { GrantSealer } from './application/grant-sealer.js';
import { KeyErasing } from './application/key-erasing.js';
import { KeyOpener } from './application/key-opener.js';
import { KeyRotation } from './application/key-rotation.js';
import { LockedSharing } from './application/locked-sharing.js';
import { ParcelSealing } from './application/parcel-sealing.js';
import { OwnDrafts } from './application/own-drafts.js';
import { PersonalSealing } from './application/personal-sealing.js';
import { Resealing } from './application/resealing.js';
import { RotationGrants } from './application/rotation-grants.js';
import { SealedColumns } from './application/sealed-columns.js';
import { SubjectErasing } from './application/subject-erasing.js';
import { WriteOnlySealing } from './application/write-only-sealing.js';
import { DraftResolver } from './graphql/draft.resolver.js';
import './graphql/reason-texts.js';
import { CompartmentRepository } from './infrastructure/compartment.repository.js';
import { GrantRepository } from './infrastructure/grant.repository.js';
import { KeyErasureRepository } from './infrastructure/key-erasure.repository.js';
import { KeyringStore } from './infrastructure/keyring.store.js';
import { OwnDraftRepository } from './infrastructure/own-draft.repository.js';
import { SharedGrantRepository } from './infrastructure/shared-grant.repository.js';

const services = [
  AccessGranting,
  CompartmentBatch,
  CompartmentCreation,
  KeyErasing,
  KeyOpener,
  KeyRotation,
  LockedSharing,
  ParcelSealing,
  OwnDrafts,
  PersonalSealing,
  SealedColumns,
  SubjectErasing,
  WriteOnlySealing,
];

/** Keys of cases, who holds them, and what is sealed under them. Needs KEYRING_URL from the app. */
@Module({
  imports: [IdentityModule],
  providers: [
    ...services,
    CertifiedPeople,
    CompartmentRepository,
    DraftResolver,
    GrantRepository,
    GrantSealer,
    KeyErasureRepository,
    KeyringStore,
    OwnDraftRepository,
    Resealing,
    RotationGrants,
    SharedGrantRepository,
  ],
  exports: services,
})
export class VaultModule {}
