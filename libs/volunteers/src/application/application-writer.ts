import { Inject, Injectable } from '@nestjs/common';
import type { IdGenerator } from '@kinward/kernel';
import { ID_GENERATOR } from '@kinward/platform';
import type { Applicant, WorkWishes } from '../domain/applicant.js';
import { ApplicantSeal } from '../infrastructure/applicant-seal.js';
import { ApplicationRepository } from '../infrastructure/application.repository.js';
import { VettingGround } from './vetting-ground.js';
import { VolunteerNews } from './volunteer-news.js';

/** Writes an application: codes in clear, the applicant sealed. */
@Injectable()
export class ApplicationWriter {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly ground: VettingGround,
    private readonly seal: ApplicantSeal,
    private readonly news: VolunteerNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** False where nobody may help from that country. */
  async isSafe(country: string): Promise<boolean> {
    return !(await this.ground.refuses(country));
  }

  async write(applicant: Applicant, wishes: WorkWishes, contactKey: Buffer): Promise<void> {
    const id = this.ids.next();
    const { id: organizationId, today } = await this.ground.own();
    await this.applications.add({
      id,
      organizationId,
      state: 'APPLIED',
      stateSince: today,
      country: wishes.country,
      timeZone: wishes.timeZone,
      languages: [...wishes.languages],
      skills: [...wishes.skills],
      appliedOn: today,
      personId: null,
      contactKey,
      sealedApplicant: this.seal.seal(id, applicant),
      decisionReason: null,
      version: 1,
    });
    await this.news.tellOfApplication('VOLUNTEER_APPLIED', id);
  }
}
