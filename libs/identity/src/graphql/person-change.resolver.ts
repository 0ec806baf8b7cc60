import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, toConnection, type Actor, type Connection } from '@kinward/platform';
import { ChangePersonUseCase } from '../application/change-person/change-person.use-case.js';
import { DecidePersonChangeUseCase } from '../application/change-person/decide-person-change.use-case.js';
import { PersonChangesQuery } from '../application/change-person/person-changes.query.js';
import { PeopleQuery } from '../application/queries/people.query.js';
import {
  ChangePersonInput,
  ChangePersonResult,
  DecidePersonChangeInput,
  DecidePersonChangeResult,
  PersonChange,
  PersonChangeConnection,
  PersonChangeDecided,
  PersonChangeMade,
  PersonChangesInput,
  SuspendPersonInput,
} from './person-change.type.js';

/** Changing what people may do: at once where it takes away, by two people where it adds. */
@Resolver()
export class PersonChangeResolver {
  constructor(
    private readonly changing: ChangePersonUseCase,
    private readonly deciding: DecidePersonChangeUseCase,
    private readonly changes: PersonChangesQuery,
    private readonly people: PeopleQuery,
  ) {}

  @Allow('changePerson')
  @Mutation(() => ChangePersonResult, {
    description: 'Roles, standing, screening. What adds power waits for a second person.',
  })
  async changePerson(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangePersonInput,
  ): Promise<Result<PersonChangeMade, DomainError>> {
    return made(await this.changing.execute(actor, input));
  }

  @Allow('suspendPerson')
  @Mutation(() => ChangePersonResult, {
    description: 'Shuts a colleague out at once; all sessions of the person end.',
  })
  async suspendPerson(
    @CurrentActor() actor: Actor,
    @Args('input') { personId }: SuspendPersonInput,
  ): Promise<Result<PersonChangeMade, DomainError>> {
    return made(await this.changing.execute(actor, { personId, standing: 'SUSPENDED' }));
  }

  @Allow('decidePersonChange')
  @Mutation(() => DecidePersonChangeResult, {
    description: 'The second person’s word on a change.',
  })
  async decidePersonChange(
    @CurrentActor() actor: Actor,
    @Args('input') input: DecidePersonChangeInput,
  ): Promise<Result<PersonChangeDecided, DomainError>> {
    const state = await this.deciding.execute(actor, input);
    return state.ok ? ok(Object.assign(new PersonChangeDecided(), { state: state.value })) : state;
  }

  @Allow('personChanges')
  @Query(() => PersonChangeConnection, { description: 'Who changed what somebody may do.' })
  async personChanges(
    @Args('input') input: PersonChangesInput,
  ): Promise<Result<Connection<PersonChange>, DomainError>> {
    const page = await this.changes.page(input);
    if (!page.ok) return page;
    const { rows } = page.value;
    const ids = rows.flatMap((row) => [
      row.personId,
      row.proposedBy,
      row.decidedBy ?? row.personId,
    ]);
    const people = await this.people.byIds([...new Set(ids)]);
    const personOf = (id: string | null) => people.get(id ?? '') ?? null;
    return ok(
      toConnection(
        page.value,
        (row) => [row.proposedAt.toISOString(), row.id],
        (row) =>
          ({
            ...row,
            person: personOf(row.personId),
            proposedBy: personOf(row.proposedBy),
            decidedBy: personOf(row.decidedBy),
            before: {
              roles: row.rolesBefore,
              screener: row.screenerBefore,
              standing: row.standingBefore,
            },
            after: {
              roles: row.rolesAfter,
              screener: row.screenerAfter,
              standing: row.standingAfter,
            },
          }) as PersonChange,
      ),
    );
  }
}

function made(
  result: Result<{ changeId: string; awaitsSecond: boolean }, DomainError>,
): Result<PersonChangeMade, DomainError> {
  return result.ok ? ok(Object.assign(new PersonChangeMade(), result.value)) : result;
}
