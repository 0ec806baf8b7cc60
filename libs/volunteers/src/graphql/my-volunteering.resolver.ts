import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { ChangeAvailabilityUseCase } from '../application/change-availability.use-case.js';
import { DecideVolunteerUseCase } from '../application/decide-volunteer.use-case.js';
import { MyVolunteeringQuery } from '../application/my-volunteering.query.js';
import {
  ReferenceRequestsQuery,
  type ReferenceRequestView,
} from '../application/reference-requests.query.js';
import { vettingChanged } from './vetting.resolver.js';
import { ReferenceRequest, VettingChanged, VettingChangedResult } from './vetting.type.js';
import { UpdateMyAvailabilityInput } from './volunteer.input.js';
import { MyVolunteering, MyVolunteeringResult } from './volunteer.type.js';

/** What volunteers see and say about themselves, and what is asked of everybody. */
@Resolver()
export class MyVolunteeringResolver {
  constructor(
    private readonly mine: MyVolunteeringQuery,
    private readonly availability: ChangeAvailabilityUseCase,
    private readonly deciding: DecideVolunteerUseCase,
    private readonly requests: ReferenceRequestsQuery,
  ) {}

  @Allow('myVolunteering')
  @Query(() => MyVolunteeringResult, { description: 'My standing, time and wishes.' })
  async myVolunteering(@CurrentActor() actor: Actor): Promise<Result<MyVolunteering, DomainError>> {
    const result = await this.mine.of(actor);
    return result.ok ? ok(new MyVolunteering(result.value)) : result;
  }

  @Allow('updateMyAvailability')
  @Mutation(() => VettingChangedResult, { description: 'My time, languages, skills and my "no".' })
  updateMyAvailability(
    @CurrentActor() actor: Actor,
    @Args('input') input: UpdateMyAvailabilityInput,
  ): Promise<Result<VettingChanged, DomainError>> {
    const { quiet = null, awayUntil = null } = input;
    return vettingChanged(this.availability.execute(actor, { ...input, quiet, awayUntil }));
  }

  @Allow('resignAsVolunteer')
  @Mutation(() => VettingChangedResult, { description: 'I stop; my sessions end.' })
  resignAsVolunteer(@CurrentActor() actor: Actor): Promise<Result<VettingChanged, DomainError>> {
    return vettingChanged(this.deciding.execute(actor, 'RESIGN', { volunteerId: actor.personId }));
  }

  @Allow('referenceRequests')
  @Query(() => [ReferenceRequest], { description: 'Who asks for my word, the oldest first.' })
  referenceRequests(@CurrentActor() actor: Actor): Promise<ReferenceRequestView[]> {
    return this.requests.mine(actor);
  }
}
