import { Injectable } from '@nestjs/common';
import { VolunteerRepository } from '../infrastructure/volunteer.repository.js';

/** What others report about a volunteer's work. */
@Injectable()
export class VolunteerRecord {
  constructor(private readonly volunteers: VolunteerRepository) {}

  /** A task of the volunteer was verified by somebody else: five of them end the probation (domain.md C6). */
  async taskVerified(personId: string): Promise<void> {
    await this.volunteers.countVerifiedTask(personId);
  }
}
