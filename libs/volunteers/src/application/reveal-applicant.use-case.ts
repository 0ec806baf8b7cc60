import { Injectable } from '@nestjs/common';
import { err, integrity, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { SecurityAlerts, type Actor } from '@kinward/platform';
import type { Applicant } from '../domain/applicant.js';
import { ApplicantSeal } from '../infrastructure/applicant-seal.js';
import { VettingAccess } from './vetting-access.js';
import { VettingGround } from './vetting-ground.js';
import { VolunteerNews } from './volunteer-news.js';

/**
 * Shows who applied and how to answer; every time is recorded. Errors: NOT_FOUND; REFUSED `APPLICANT_FORGOTTEN`,
 * `OWN_VETTING`, `SUBJECT_VETTED_YOU`; INTEGRITY.
 */
@Injectable()
export class RevealApplicantUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly ground: VettingGround,
    private readonly seal: ApplicantSeal,
    private readonly news: VolunteerNews,
    private readonly alerts: SecurityAlerts,
  ) {}

  async execute(actor: Actor, applicationId: string): Promise<Result<Applicant, DomainError>> {
    const locked = await this.access.lockApplication(applicationId, null);
    if (!locked.ok) return locked;
    const { sealedApplicant, personId } = locked.value;
    const hands = await this.ground.handsRefusal(actor, personId);
    if (hands !== null) return err(refused(hands));
    if (sealedApplicant === null) return err(refused('APPLICANT_FORGOTTEN'));
    const applicant = this.seal.open(applicationId, sealedApplicant);
    if (applicant === null) {
      this.alerts.raise({
        kind: 'INTEGRITY',
        cause: 'VOLUNTEER_APPLICANT',
        subjectKind: 'VOLUNTEER_APPLICATION',
        subjectId: applicationId,
      });
      return err(integrity());
    }
    this.news.record('VOLUNTEER_APPLICATION', 'APPLICANT_REVEALED', applicationId);
    return ok(applicant);
  }
}
