import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { CompleteTrainingUseCase } from '../application/complete-training.use-case.js';
import { DecideApplicationUseCase } from '../application/decide-application.use-case.js';
import { RefereeReviews } from '../application/referee-reviews.js';
import { StartProbationUseCase } from '../application/start-probation.use-case.js';
import {
  CompleteTrainingInput,
  DecideVolunteerInput,
  DeclineApplicationInput,
  RecordRefereeReviewInput,
  StartProbationInput,
  WithdrawApplicationInput,
} from './vetting.input.js';
import { vettingChanged } from './vetting.resolver.js';
import {
  RefereeReviewed,
  RefereeReviewedResult,
  VettingChanged,
  VettingChangedResult,
} from './vetting.type.js';

type Answer = Promise<Result<VettingChanged, DomainError>>;

/** What is decided on an application, and on referees. */
@Resolver()
export class ApplicationDecisionsResolver {
  constructor(
    private readonly deciding: DecideApplicationUseCase,
    private readonly training: CompleteTrainingUseCase,
    private readonly starting: StartProbationUseCase,
    private readonly reviews: RefereeReviews,
  ) {}

  @Allow('decideVolunteer')
  @Mutation(() => VettingChangedResult, {
    description: 'Signs the admission; it takes a security officer and a coordinator.',
  })
  decideVolunteer(
    @CurrentActor() actor: Actor,
    @Args('input') input: DecideVolunteerInput,
  ): Answer {
    return vettingChanged(this.deciding.execute(actor, 'ADMIT', input));
  }

  @Allow('declineApplication')
  @Mutation(() => VettingChangedResult, {
    description: 'Ends it, and destroys who it was: answer the applicant first.',
  })
  declineApplication(
    @CurrentActor() actor: Actor,
    @Args('input') input: DeclineApplicationInput,
  ): Answer {
    return vettingChanged(this.deciding.execute(actor, 'DECLINE', input));
  }

  @Allow('withdrawApplication')
  @Mutation(() => VettingChangedResult, { description: 'The applicant asks to be forgotten.' })
  withdrawApplication(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawApplicationInput,
  ): Answer {
    return vettingChanged(this.deciding.execute(actor, 'WITHDRAW', input));
  }

  @Allow('completeTraining')
  @Mutation(() => VettingChangedResult, { description: 'Records one of three parts.' })
  completeTraining(
    @CurrentActor() actor: Actor,
    @Args('input') input: CompleteTrainingInput,
  ): Answer {
    return vettingChanged(this.training.execute(actor, input));
  }

  @Allow('startProbation')
  @Mutation(() => VettingChangedResult, { description: 'Links the account that was made.' })
  startProbation(@CurrentActor() actor: Actor, @Args('input') input: StartProbationInput): Answer {
    return vettingChanged(this.starting.execute(actor, input));
  }

  @Allow('recordRefereeReview')
  @Mutation(() => RefereeReviewedResult, {
    description: 'What was found about a referee whose vouchee was exposed.',
  })
  async recordRefereeReview(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordRefereeReviewInput,
  ): Promise<Result<RefereeReviewed, DomainError>> {
    const result = await this.reviews.close(actor, input);
    return result.ok ? ok(Object.assign(new RefereeReviewed(), result.value)) : result;
  }
}
