import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person, PersonLoader, type PersonView } from '@kinward/identity';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor, type RequestContext } from '@kinward/platform';
import {
  InboxKeysUseCase,
  type InboxKeyHolder as Holder,
} from '../application/screening/inbox-keys.use-case.js';
import {
  GrantInboxKeyInput,
  InboxKeyHolder,
  InboxKeys,
  InboxKeysResult,
  RevokeInboxKeyInput,
} from './inbox-keys.type.js';

type Answer = Promise<Result<InboxKeys, DomainError>>;

/** Who can open what families send. */
@Resolver(() => InboxKeyHolder)
export class InboxKeysResolver {
  constructor(
    private readonly keys: InboxKeysUseCase,
    private readonly people: PersonLoader,
  ) {}

  @Allow('inboxKeys')
  @Query(() => InboxKeys, { description: 'Nobody where your organisation has no inbox yet.' })
  async inboxKeys(@CurrentActor() actor: Actor): Promise<InboxKeys> {
    return shown(await this.keys.holders(actor));
  }

  @Allow('openInbox')
  @Mutation(() => InboxKeysResult, {
    description: 'Makes the keys that requests are sealed to; you are the first holder.',
  })
  async openInbox(@CurrentActor() actor: Actor): Answer {
    return answer(await this.keys.open(actor));
  }

  @Allow('grantInboxKey')
  @Mutation(() => InboxKeysResult, { description: 'For another screener, for 90 days.' })
  async grantInboxKey(
    @CurrentActor() actor: Actor,
    @Args('input') input: GrantInboxKeyInput,
  ): Answer {
    return answer(await this.keys.grant(actor, input.personId));
  }

  @Allow('revokeInboxKey')
  @Mutation(() => InboxKeysResult, { description: 'Holds at once, for open sessions too.' })
  async revokeInboxKey(
    @CurrentActor() actor: Actor,
    @Args('input') input: RevokeInboxKeyInput,
  ): Answer {
    return answer(await this.keys.revoke(actor, input.personId));
  }

  @ResolveField(() => Person, { nullable: true })
  person(
    @Parent() holder: InboxKeyHolder,
    @Context() context: RequestContext,
  ): Promise<PersonView | null> {
    return this.people.load(context, holder.personId);
  }
}

function answer(result: Result<readonly Holder[], DomainError>): Result<InboxKeys, DomainError> {
  return result.ok ? ok(shown(result.value)) : result;
}

function shown(holders: readonly Holder[]): InboxKeys {
  const all = holders.map((holder) => ({ ...holder, person: null }));
  return Object.assign(new InboxKeys(), { holders: all });
}
