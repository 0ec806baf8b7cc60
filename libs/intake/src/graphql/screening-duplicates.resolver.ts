import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { ApplyProposedChangeUseCase } from '../application/screening/apply-proposed-change.use-case.js';
import { MergeRequestUseCase } from '../application/screening/merge-request.use-case.js';
import { ScreenRequestsUseCase } from '../application/screening/screen-requests.use-case.js';
import { answer } from './screening-decisions.resolver.js';
import {
  ApplyProposedChangeInput,
  MergeRequestInput,
  ScreenRequestsInput,
} from './screening.input.js';
import {
  ApplyProposedChangeResult,
  ProposedChangeApplied,
  RequestChanged,
  RequestChangedResult,
  RequestsScreened,
  ScreenRequestsResult,
} from './screening.type.js';

/** What a screener decides on several requests, or on several versions of one. */
@Resolver()
export class ScreeningDuplicatesResolver {
  constructor(
    private readonly merge: MergeRequestUseCase,
    private readonly change: ApplyProposedChangeUseCase,
    private readonly bulk: ScreenRequestsUseCase,
  ) {}

  @Allow('mergeRequest')
  @Mutation(() => RequestChangedResult, { description: 'It is about a family that is here.' })
  mergeRequest(
    @CurrentActor() actor: Actor,
    @Args('input') input: MergeRequestInput,
  ): Promise<Result<RequestChanged, DomainError>> {
    return answer(this.merge.execute(actor, input), () => new RequestChanged());
  }

  @Allow('applyProposedChange')
  @Mutation(() => ApplyProposedChangeResult, {
    description: 'Decides on a later version, answer by answer.',
  })
  applyProposedChange(
    @CurrentActor() actor: Actor,
    @Args('input') input: ApplyProposedChangeInput,
  ): Promise<Result<ProposedChangeApplied, DomainError>> {
    return answer(this.change.execute(actor, input), () => new ProposedChangeApplied());
  }

  @Allow('screenRequests')
  @Mutation(() => ScreenRequestsResult, { description: 'One decision on up to 50 cards.' })
  async screenRequests(
    @CurrentActor() actor: Actor,
    @Args('input') input: ScreenRequestsInput,
  ): Promise<Result<RequestsScreened, DomainError>> {
    const done = await this.bulk.execute(actor, input);
    if (!done.ok) return done;
    const requests = Object.entries(done.value).map(([requestId, outcome]) => {
      return { requestId, outcome };
    });
    return ok(Object.assign(new RequestsScreened(), { requests }));
  }
}
