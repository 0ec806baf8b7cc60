import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, MoneyType, type Actor } from '@kinward/platform';
import { AdvanceGrantUseCase } from '../application/grants/advance-grant.use-case.js';
import { BookGrantInstalmentUseCase } from '../application/grants/book-instalment.use-case.js';
import { ChangeGrantLinesUseCase } from '../application/grants/change-grant-lines.use-case.js';
import { GrantsQuery } from '../application/grants/grants.query.js';
import {
  RecordGrantUseCase,
  type ChangedGrant,
} from '../application/grants/record-grant.use-case.js';
import { SetUpGrantUseCase } from '../application/grants/set-up-grant.use-case.js';
import {
  AdvanceGrantInput,
  BookGrantInstalmentInput,
  ChangeGrantLinesInput,
  GrantChanged,
  GrantChangedResult,
  GrantInstalmentBooked,
  GrantInstalmentResult,
  GrantType,
  RecordGrantInput,
  SetUpGrantInput,
} from './grant.type.js';

type Answer = Promise<Result<GrantChanged, DomainError>>;

/** Grants of foundations and states. */
@Resolver()
export class GrantResolver {
  constructor(
    private readonly recording: RecordGrantUseCase,
    private readonly settingUp: SetUpGrantUseCase,
    private readonly budgeting: ChangeGrantLinesUseCase,
    private readonly advancing: AdvanceGrantUseCase,
    private readonly booking: BookGrantInstalmentUseCase,
    private readonly list: GrantsQuery,
  ) {}

  @Allow('recordGrant')
  @Mutation(() => GrantChangedResult, { description: 'Records a grant that is hoped for.' })
  recordGrant(@CurrentActor() actor: Actor, @Args('input') input: RecordGrantInput): Answer {
    return changed(this.recording.execute(actor, input));
  }

  @Allow('setUpGrant')
  @Mutation(() => GrantChangedResult, { description: 'Proposes a grant with a fund of its own.' })
  setUpGrant(@CurrentActor() actor: Actor, @Args('input') input: SetUpGrantInput): Answer {
    return changed(this.settingUp.execute(actor, input));
  }

  @Allow('changeGrantLines')
  @Mutation(() => GrantChangedResult, { description: 'Replaces the budget and its targets.' })
  changeGrantLines(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeGrantLinesInput,
  ): Answer {
    return changed(this.budgeting.execute(actor, input));
  }

  @Allow('advanceGrant')
  @Mutation(() => GrantChangedResult, { description: 'Moves a grant to its next state.' })
  advanceGrant(@CurrentActor() actor: Actor, @Args('input') input: AdvanceGrantInput): Answer {
    return changed(this.advancing.execute(actor, input));
  }

  @Allow('bookGrantInstalment')
  @Mutation(() => GrantInstalmentResult, {
    description: 'Books money that has arrived at the bank.',
  })
  async bookGrantInstalment(
    @CurrentActor() actor: Actor,
    @Args('input') input: BookGrantInstalmentInput,
  ): Promise<Result<GrantInstalmentBooked, DomainError>> {
    const result = await this.booking.execute(actor, input);
    if (!result.ok) return result;
    const overhead = new MoneyType(result.value.overheadMinor);
    return ok(Object.assign(new GrantInstalmentBooked(), result.value, { overhead }));
  }

  @Allow('grants')
  @Query(() => [GrantType], {
    description: 'Grants by code; for a foundation manager the own ones.',
  })
  async grants(@CurrentActor() actor: Actor): Promise<GrantType[]> {
    const grants = await this.list.list(actor);
    return grants.map((grant) =>
      Object.assign(new GrantType(), grant, {
        amount: new MoneyType(grant.amountMinor),
        received: new MoneyType(grant.receivedMinor),
        overhead: new MoneyType(grant.overheadMinor),
      }),
    );
  }
}

async function changed(change: Promise<Result<ChangedGrant, DomainError>>): Answer {
  const result = await change;
  return result.ok ? ok(Object.assign(new GrantChanged(), result.value)) : result;
}
