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
      this.alarm(personId, certified.error.alert);
      return err(integrity());
    }
    return ok(people);
  }

  /** Those of the people who are certified. A certificate that fails raises an alarm and is left out. */
  async among(personIds: readonly string[]): Promise<ReadonlyMap<string, CertifiedPerson>> {
    const people = new Map<string, CertifiedPerson>();
    for (const [personId, certified] of await this.certificates.byIds(personIds)) {
      if (certified.ok) people.set(personId, certified.value);
      else if (certified.error.alert !== 'UNCERTIFIED') this.alarm(personId, certified.error.alert);
    }
    return people;
  }

  private alarm(personId: string, alert: string): void {
    this.alerts.raise({
      kind: 'INTEGRITY',
      cause: `CERTIFICATE_${alert}`,
      subjectKind: 'PERSON',
      subjectId: personId,
    });
  }
}
