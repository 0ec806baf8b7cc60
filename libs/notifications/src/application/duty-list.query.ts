import { Inject, Injectable } from '@nestjs/common';
import { PeopleQuery, type PersonView } from '@kinward/identity';
import type { Clock } from '@kinward/kernel';
import { CLOCK } from '@kinward/platform';
import { DutyRepository, type Duty } from '../infrastructure/duty.repository.js';

/** Somebody who is on duty. */
export interface DutyView {
  readonly person: PersonView;
  readonly from: string;
  readonly until: string;
}

/** Who is on duty at this moment; for screens, and for whoever needs somebody now. */
@Injectable()
export class DutyListQuery {
  constructor(
    private readonly duties: DutyRepository,
    private readonly people: PeopleQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ids of those on duty in the present organisation. */
  async personIds(): Promise<readonly string[]> {
    return (await this.duties.present(this.clock.now())).map(({ personId }) => personId);
  }

  /** Who is on duty now. */
  async list(): Promise<readonly DutyView[]> {
    return this.shown(await this.duties.present(this.clock.now()));
  }

  /** Whose duty is planned and has not begun. */
  async ahead(): Promise<readonly DutyView[]> {
    return this.shown(await this.duties.ahead(this.clock.now()));
  }

  private async shown(duties: readonly Duty[]): Promise<readonly DutyView[]> {
    const people = await this.people.byIds(duties.map(({ personId }) => personId));
    return duties.flatMap(({ personId, fromAt, untilAt }) => {
      const person = people.get(personId);
      if (person === undefined) return [];
      return [{ person, from: fromAt.toISOString(), until: untilAt.toISOString() }];
    });
  }
}
