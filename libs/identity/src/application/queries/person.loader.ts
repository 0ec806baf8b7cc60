import { Injectable } from '@nestjs/common';
import { RequestLoader, UnitOfWork, type Actor } from '@kinward/platform';
import { PeopleQuery, type PersonView } from './people.query.js';

/** Colleagues by id, one statement for all that one answer mentions. */
@Injectable()
export class PersonLoader extends RequestLoader<PersonView> {
  constructor(
    private readonly people: PeopleQuery,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  protected override loadMany(
    actor: Actor,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, PersonView>> {
    return this.unitOfWork.read(actor, () => this.people.byIds(keys));
  }
}
