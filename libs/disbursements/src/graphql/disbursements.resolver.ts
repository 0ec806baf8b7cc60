import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
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
import { disbursementKey, DisbursementListQuery } from '../application/disbursement-list.query.js';
import {
  Disbursement,
  DisbursementConnection,
  DisbursementQueryInput,
  DisbursementResult,
  DisbursementSignature,
  DisbursementsInput,
  toDetail,
  toDisbursement,
  type DisbursementWithSignatures,
} from './disbursement.type.js';

/** Payouts as those see them who sign, pay or check. */
@Resolver(() => DisbursementSignature)
export class DisbursementsResolver {
  constructor(
    private readonly list: DisbursementListQuery,
    private readonly people: PersonLoader,
  ) {}

  @Allow('disbursements')
  @Query(() => DisbursementConnection, { description: 'Payouts of my organisation, newest first.' })
  async disbursements(
    @CurrentActor() actor: Actor,
    @Args('input') input: DisbursementsInput,
  ): Promise<Result<Connection<Disbursement>, DomainError>> {
    const page = await this.list.page(actor, input);
    if (!page.ok) return page;
    const { edges, pageInfo } = toConnection(page.value, disbursementKey);
    const shown = edges.map(({ cursor, node }) => ({ cursor, node: toDisbursement(node) }));
    return ok({ edges: shown, pageInfo });
  }

  @Allow('disbursement')
  @Query(() => DisbursementResult, {
    description: 'One payout with its signature trail and its proofs.',
  })
  async disbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: DisbursementQueryInput,
  ): Promise<Result<DisbursementWithSignatures, DomainError>> {
    const detail = await this.list.detail(actor, input.disbursementId);
    return detail.ok ? ok(toDetail(detail.value)) : detail;
  }

  @ResolveField(() => Person, { nullable: true })
  person(
    @Parent() signature: DisbursementSignature,
    @Context() context: RequestContext,
  ): Promise<PersonView | null> {
    return this.people.load(context, signature.personId);
  }
}
