import { Injectable } from '@nestjs/common';
import { err, ok, refused, type RefusedError, type Result } from '@kinward/kernel';
import { CertificateRepository, type Standing } from '@kinward/identity';
import { AuditTrail, UnitOfWork } from '@kinward/platform';
import type { KnownPerson } from './operator-directory.js';

/**
 * An operator suspends a person, whose sessions end in the same transaction, or lets the person come back.
 * Errors: REFUSED with `ALREADY_SUSPENDED` or `NOT_SUSPENDED`.
 */
@Injectable()
export class ChangeStandingUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly certificates: CertificateRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Tells how many sessions ended. */
  async suspend(person: KnownPerson): Promise<Result<number, RefusedError>> {
    return this.unitOfWork.run<number, RefusedError>(scopeOf(person), async () => {
      const changed = await this.unitOfWork.execute(
        `UPDATE person SET standing = 'SUSPENDED' WHERE id = $1 AND standing <> 'SUSPENDED'`,
        [person.id],
      );
      if (changed === 0) return err(refused('ALREADY_SUSPENDED'));
      const ended = await this.unitOfWork.execute('DELETE FROM session WHERE person_id = $1', [
        person.id,
      ]);
      this.record('PERSON_SUSPENDED', person);
      return ok(ended);
    });
  }

  /**
   * Whoever the trustees certified for probation only comes back on probation, whatever is asked.
   * @param probation asks for it for anybody
   */
  async resume(person: KnownPerson, probation: boolean): Promise<Result<Standing, RefusedError>> {
    return this.unitOfWork.run<Standing, RefusedError>(scopeOf(person), async () => {
      const certificate = (await this.certificates.byIds([person.id])).get(person.id);
      const onlyProbation = certificate?.ok === true && certificate.value.level === 'PROBATION';
      const standing = probation || onlyProbation ? 'PROBATION' : 'ACTIVE';
      const changed = await this.unitOfWork.execute(
        `UPDATE person SET standing = $2 WHERE id = $1 AND standing = 'SUSPENDED'`,
        [person.id, standing],
      );
      if (changed === 0) return err(refused('NOT_SUSPENDED'));
      this.record('PERSON_RESUMED', person);
      return ok(standing);
    });
  }

  private record(action: string, person: KnownPerson): void {
    this.audit.record({ action, subjectKind: 'PERSON', subjectId: person.id });
  }
}

function scopeOf({ organizationId }: KnownPerson): {
  organizationId: KnownPerson['organizationId'];
  personId: null;
} {
  return { organizationId, personId: null };
}
