import { Injectable } from '@nestjs/common';
import { VolunteerStanding } from '../domain/volunteer-standing.js';
import { VolunteerRepository } from '../infrastructure/volunteer.repository.js';

/** How volunteers stand, for the domains that give them work. */
@Injectable()
export class VolunteerAccess {
  constructor(private readonly volunteers: VolunteerRepository) {}

  /** Null for whoever is no volunteer of this organisation. */
  async standingOf(personId: string): Promise<VolunteerStanding | null> {
    const [facts] = await this.volunteers.facts([personId]);
    return facts === undefined ? null : new VolunteerStanding(facts);
  }

  /** The same for many, in one statement. */
  async standingsOf(personIds: readonly string[]): Promise<ReadonlyMap<string, VolunteerStanding>> {
    const rows = await this.volunteers.facts(personIds);
    return new Map(rows.map((facts) => [facts.personId, new VolunteerStanding(facts)]));
  }

  /**
   * Like {@link standingOf}, and nobody can suspend the volunteer before the present unit ends: of a suspension and a
   * claim at the same moment, whichever comes second sees the first.
   */
  async lockStanding(personId: string): Promise<VolunteerStanding | null> {
    const facts = await this.volunteers.share(personId);
    return facts === null ? null : new VolunteerStanding(facts);
  }

  /** Those of these people who may be pinged at that moment: at work, not away, outside of their quiet hours. */
  async reachable(personIds: readonly string[], at: Date): Promise<string[]> {
    const standings = await this.standingsOf(personIds);
    return [...standings.values()]
      .filter((standing) => standing.isReachable(at))
      .map((standing) => standing.personId);
  }
}
