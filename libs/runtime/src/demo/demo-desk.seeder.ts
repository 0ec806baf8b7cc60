import { Injectable } from '@nestjs/common';
import sodium from 'sodium-native';
import {
  CertificateRepository,
  EnrolPersonUseCase,
  issueCertificate,
  PinnedKeys,
  signCertificate,
  type CertificateClaims,
} from '@kinward/identity';
import { ok, toId, type OrganizationId, type PersonId } from '@kinward/kernel';
import { RegisterOrganizationUseCase } from '@kinward/organizations';
import { UnitOfWork } from '@kinward/platform';
import { DEMO_PEOPLE, demoEmail, demoPassphrase, type DemoPerson } from './demo-people.js';
import { inParallel } from './in-parallel.js';

/** Zone of the organisation that has the families; its days decide what is due. */
export const DEMO_TIME_ZONE = 'Europe/Vilnius';

/** Where the three organisations of the demonstration count their days. */
const ORGANIZATIONS = [
  { code: 'lantern', name: 'Lantern', jurisdiction: 'by', timeZone: DEMO_TIME_ZONE },
  { code: 'bridge', name: 'Bridge', jurisdiction: 'by', timeZone: 'Europe/Warsaw' },
  { code: 'harbour', name: 'Harbour', jurisdiction: 'by', timeZone: 'Europe/Vilnius' },
] as const;

const TRUSTEES = 3;
const CERTIFICATE_YEARS = 2;

interface TrusteePair {
  readonly publicKey: Buffer;
  readonly secretKey: Buffer;
}

/** Ids of the people and organisations that the demonstration has. */
export interface DemoDesk {
  readonly organizations: ReadonlyMap<string, OrganizationId>;
  readonly people: ReadonlyMap<string, PersonId>;
}

/**
 * Sets up the three organisations and their people. The demonstration's trustees exist only while it runs: their
 * public keys are pinned, their secret keys sign the certificates once and are wiped.
 */
@Injectable()
export class DemoDeskSeeder {
  constructor(
    private readonly registerOrganization: RegisterOrganizationUseCase,
    private readonly enrolPerson: EnrolPersonUseCase,
    private readonly certificates: CertificateRepository,
    private readonly pinned: PinnedKeys,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async seed(): Promise<DemoDesk> {
    const trustees = Array.from({ length: TRUSTEES }, makeTrustee);
    this.pinned.pinTrustees(trustees.map((trustee) => trustee.publicKey));
    const organizations = new Map<string, OrganizationId>();
    for (const organization of ORGANIZATIONS) {
      const registered = await this.registerOrganization.execute(organization);
      if (!registered.ok) throw new Error('the demonstration could not register an organisation');
      organizations.set(organization.code, registered.value);
      this.pinned.pinRecoveryKey(registered.value, makeRecoveryKey());
    }
    const people = new Map<string, PersonId>();
    await inParallel(DEMO_PEOPLE, async (someone) => {
      const organizationId = organizations.get(someone.organization) ?? toId<'Organization'>('');
      people.set(someone.key, await this.enrol(someone, organizationId, trustees));
    });
    for (const trustee of trustees) sodium.sodium_memzero(trustee.secretKey);
    return { organizations, people };
  }

  private async enrol(
    someone: DemoPerson,
    organizationId: OrganizationId,
    trustees: readonly TrusteePair[],
  ): Promise<PersonId> {
    const { displayName, roles, screener, standing } = someone;
    const result = await this.unitOfWork.run({ organizationId, personId: null }, async () => {
      const enrolled = await this.enrolPerson.execute({
        organizationId,
        email: demoEmail(someone),
        displayName,
        roles,
        screener,
        standing,
        passphrase: demoPassphrase(someone),
      });
      if (!enrolled.ok) return enrolled;
      const { personId, publicKeys } = enrolled.value;
      const notAfter = new Date();
      notAfter.setUTCFullYear(notAfter.getUTCFullYear() + CERTIFICATE_YEARS);
      const level = standing === 'PROBATION' ? ('PROBATION' as const) : ('STAFF' as const);
      const claims: CertificateClaims = { personId, organizationId, publicKeys, level, notAfter };
      const signatures = trustees.slice(0, 2).map((trustee) => signCertificate(claims, trustee));
      await this.certificates.store(personId, issueCertificate(claims, signatures));
      return ok(personId);
    });
    if (!result.ok) throw new Error('the demonstration could not enrol a person');
    return result.value;
  }
}

function makeTrustee(): TrusteePair {
  const publicKey = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES);
  const secretKey = Buffer.alloc(sodium.crypto_sign_SECRETKEYBYTES);
  sodium.crypto_sign_keypair(publicKey, secretKey);
  return { publicKey, secretKey };
}

/** The secret half is thrown away: nothing can recover a demonstration, nor needs to. */
function makeRecoveryKey(): Buffer {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  const secretKey = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES);
  sodium.crypto_box_keypair(publicKey, secretKey);
  sodium.sodium_memzero(secretKey);
  return publicKey;
}
