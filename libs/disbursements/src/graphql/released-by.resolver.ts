import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person, PersonLoader, type PersonView } from '@kinward/identity';
import type { RequestContext } from '@kinward/platform';
import { Disbursement, DisbursementWithSignatures } from './disbursement.type.js';

/** Who released a payout, for all of a page in one read. */
@Resolver(() => Disbursement)
export class ReleasedByResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true })
  releasedBy(
    @Parent() { releasedById }: Disbursement,
    @Context() context: RequestContext,
  ): Promise<PersonView | null> | null {
    return releasedById === null ? null : this.people.load(context, releasedById);
  }
}

/** The same for one payout with its trail. */
@Resolver(() => DisbursementWithSignatures)
export class DetailReleasedByResolver extends ReleasedByResolver {}
