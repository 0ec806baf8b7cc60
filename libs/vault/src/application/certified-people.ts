import { Injectable } from '@nestjs/common';
import { CertificateRepository, type CertifiedPerson } from '@kinward/identity';
import { err, integrity, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { SecurityAlerts } from '@kinward/platform';

/** Verified people on both ends of a grant. */
@Injectable()
export class CertifiedPeople {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly alerts: SecurityAlerts,
  ) {}

  /**
   * The people with these ids, all certified. REFUSED with `NOT_CERTIFIED` when one has no certificate yet;
   * INTEGRITY, with an alarm, when one has a certificate that fails (test A7).
   */
  async require(
    personIds: readonly string[],
  ): Promise<Result<ReadonlyMap<string, CertifiedPerson>, DomainError>> {
    const found = await this.certificates.byIds(personIds);
    const people = new Map<string, CertifiedPerson>();
    for (const personId of personIds) {
      const certified = found.get(personId);
      if (certified === undefined) return err(refused('NOT_CERTIFIED'));
      if (certified.ok) {
        people.set(personId, certified.value);
        continue;
      }
      if (certified.error.alert === 'UNCERTIFIED') return err(refused('NOT_CERTIFIED'));
      this.alerts.raise({
        kind: 'INTEGRITY',
        cause: `CERTIFICATE_${certified.error.alert}`,
        subjectKind: 'PERSON',
        subjectId: personId,
      });
      return err(integrity());
    }
    return ok(people);
  }
}
