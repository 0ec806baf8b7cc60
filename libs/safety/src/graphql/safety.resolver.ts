import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person, PersonLoader, type PersonView } from '@kinward/identity';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import {
  Allow,
  CurrentActor,
  toConnection,
  type Actor,
  type Connection,
  type RequestContext,
} from '@kinward/platform';
import { disclosureKey, DisclosureLogQuery } from '../application/disclosure-log.query.js';
import { RevealIdentityUseCase } from '../application/reveal-identity/reveal-identity.use-case.js';
import {
  Disclosure,
  DisclosureConnection,
  DisclosureLogInput,
  IdentityRevealed,
  RevealIdentityInput,
  RevealIdentityResult,
} from './reveal-identity.type.js';

type DisclosureLine = Omit<Disclosure, 'person'> & { readonly personId: string };

/** Seeing who a family is, and seeing who saw it. */
@Resolver(() => Disclosure)
export class SafetyResolver {
  constructor(
    private readonly reveal: RevealIdentityUseCase,
    private readonly log: DisclosureLogQuery,
    private readonly people: PersonLoader,
  ) {}

  @Allow('revealIdentity')
  @Mutation(() => RevealIdentityResult, { description: 'Shows who the family is, for 15 minutes.' })
  async revealIdentity(
    @CurrentActor() actor: Actor,
    @Args('input') input: RevealIdentityInput,
  ): Promise<Result<IdentityRevealed, DomainError>> {
    const result = await this.reveal.execute(actor, input);
    return result.ok ? ok(Object.assign(new IdentityRevealed(), result.value)) : result;
  }

  @Allow('disclosureLog')
  @Query(() => DisclosureConnection, { description: 'Who saw whose identity, newest first.' })
  async disclosureLog(
    @Args('input') input: DisclosureLogInput,
  ): Promise<Result<Connection<DisclosureLine>, DomainError>> {
    const page = await this.log.page(input);
    return page.ok ? ok(toConnection(page.value, disclosureKey)) : page;
  }

  @ResolveField(() => Person, { nullable: true })
  person(
    @Parent() line: DisclosureLine,
    @Context() context: RequestContext,
  ): Promise<PersonView | null> {
    return this.people.load(context, line.personId);
  }
}
