import { Injectable } from '@nestjs/common';
import { err, isUuid, notFound, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { AuditTrail, type Actor } from '@kinward/platform';
import { DataProtectionRepository } from '../../infrastructure/data-protection.repository.js';

/**
 * Who is appointed data-protection officer (decision 15). Whoever proposes erasures does not also confirm them, and
 * nobody appoints themselves.
 */
@Injectable()
export class DataProtection {
  constructor(
    private readonly appointments: DataProtectionRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** NOT_FOUND; REFUSED `SECOND_PERSON_REQUIRED`, `INCOMPATIBLE_DUTIES`, `ALREADY_APPOINTED`. */
  async appoint(actor: Actor, personId: string): Promise<Result<string, DomainError>> {
    if (personId === actor.personId) return err(refused('SECOND_PERSON_REQUIRED'));
    const roles = isUuid(personId) ? await this.appointments.rolesOf(personId) : null;
    if (roles === null) return err(notFound());
    const isConflicted = roles.includes('SECURITY_OFFICER') || roles.includes('VOLUNTEER');
    if (isConflicted) return err(refused('INCOMPATIBLE_DUTIES'));
    if (await this.appointments.isAppointed(personId)) return err(refused('ALREADY_APPOINTED'));
    await this.appointments.appoint(personId, actor.personId);
    this.record('DATA_PROTECTION_OFFICER_APPOINTED', personId);
    return ok(personId);
  }

  /** NOT_FOUND where the person is not appointed. */
  async dismiss(personId: string): Promise<Result<string, DomainError>> {
    const wasAppointed = isUuid(personId) && (await this.appointments.dismiss(personId));
    if (!wasAppointed) return err(notFound());
    this.record('DATA_PROTECTION_OFFICER_DISMISSED', personId);
    return ok(personId);
  }

  /** REFUSED `NOT_DATA_PROTECTION_OFFICER`. */
  async admit(actor: Actor): Promise<Result<void, DomainError>> {
    const isAppointed = await this.appointments.isAppointed(actor.personId);
    return isAppointed ? ok() : err(refused('NOT_DATA_PROTECTION_OFFICER'));
  }

  private record(action: string, subjectId: string): void {
    this.audit.record({ action, subjectKind: 'PERSON', subjectId });
  }
}
