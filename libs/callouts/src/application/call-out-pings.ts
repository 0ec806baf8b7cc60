import { Injectable } from '@nestjs/common';
import { DutyListQuery, Pings } from '@kinward/notifications';
import { CallOutPeopleRepository } from '../infrastructure/call-out-people.repository.js';

/** Asks people to look at the desk, without saying what for (decision 11). */
@Injectable()
export class CallOutPings {
  constructor(
    private readonly pings: Pings,
    private readonly duty: DutyListQuery,
    private readonly people: CallOutPeopleRepository,
  ) {}

  /** Whoever is on duty, at once; where nobody is, the desk with its next hourly mail. */
  async alarm(): Promise<void> {
    const onDuty = await this.duty.personIds();
    const desk = onDuty.length > 0 ? onDuty : await this.people.inRoles(['COORDINATOR']);
    await this.ask(desk);
  }

  /** Security and whoever is on duty. */
  async security(): Promise<void> {
    const officers = await this.people.inRoles(['SECURITY_OFFICER']);
    await this.ask([...new Set([...officers, ...(await this.duty.personIds())])]);
  }

  /** One person. */
  async one(personId: string): Promise<void> {
    await this.ask([personId]);
  }

  private async ask(personIds: readonly string[]): Promise<void> {
    if (personIds.length > 0) await this.pings.ask({ personIds, urgency: 'NOW' });
  }
}
