import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  ok,
  refused,
  type Clock,
  type DomainError,
  type RefusedError,
  type Result,
} from '@kinward/kernel';
import {
  CertificateRepository,
  issueCertificate,
  PinnedKeys,
  signCertificate,
  type CertificateClaims,
  type ClearanceLevel,
} from '@kinward/identity';
import { AuditTrail, CLOCK, UnitOfWork } from '@kinward/platform';
import type { KnownPerson } from './operator-directory.js';
import type { KeyPair } from './trustee-key-file.js';

export interface IssuedCertificate {
  readonly level: ClearanceLevel;
  readonly notAfter: Date;
}

/** How long trustees stand for a person. */
const VALIDITY_YEARS = 1;

/**
 * Two trustees certify a person's public keys (security.md § 8.3); only then may the person receive grants. The
 * level follows the person's standing. Errors: REFUSED with `PERSON_SUSPENDED`, `TWO_TRUSTEES_REQUIRED` or
 * `NOT_A_PINNED_TRUSTEE`; INTEGRITY where the certificate would not hold.
 */
@Injectable()
export class CertifyPersonUseCase {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly pinned: PinnedKeys,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    person: KnownPerson,
    trustees: readonly KeyPair[],
  ): Promise<Result<IssuedCertificate, DomainError>> {
    const problem = this.findProblem(person, trustees);
    if (problem !== null) return err(problem);
    const { id: personId, organizationId, publicKeys } = person;
    const level = person.standing === 'PROBATION' ? 'PROBATION' : 'STAFF';
    const notAfter = this.clock.now();
    notAfter.setUTCFullYear(notAfter.getUTCFullYear() + VALIDITY_YEARS);
    const claims: CertificateClaims = { personId, organizationId, publicKeys, level, notAfter };
    const signatures = trustees.map((trustee) => signCertificate(claims, trustee));
    return this.unitOfWork.run<IssuedCertificate, DomainError>(
      { organizationId, personId: null },
      async () => {
        await this.certificates.store(personId, issueCertificate(claims, signatures));
        const check = (await this.certificates.byIds([personId])).get(personId);
        if (check?.ok !== true) return err({ kind: 'INTEGRITY' });
        this.audit.record({
          action: 'PERSON_CERTIFIED',
          subjectKind: 'PERSON',
          subjectId: personId,
          reason: level,
        });
        return ok({ level, notAfter });
      },
    );
  }

  private findProblem(person: KnownPerson, trustees: readonly KeyPair[]): RefusedError | null {
    if (person.standing === 'SUSPENDED') return refused('PERSON_SUSPENDED');
    const different = new Set(trustees.map(({ publicKey }) => publicKey.toString('hex')));
    if (different.size < 2) return refused('TWO_TRUSTEES_REQUIRED');
    const isPinned = trustees.every(({ publicKey }) =>
      this.pinned.trustees.some((pinned) => pinned.equals(publicKey)),
    );
    return isPinned ? null : refused('NOT_A_PINNED_TRUSTEE');
  }
}
