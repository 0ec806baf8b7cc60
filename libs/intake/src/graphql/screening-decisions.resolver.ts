import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { AcceptRequestUseCase } from '../application/screening/accept-request.use-case.js';
import { AppealRequestUseCase } from '../application/screening/appeal-request.use-case.js';
import { AskApplicantUseCase } from '../application/screening/ask-applicant.use-case.js';
import { CorrectRequestUseCase } from '../application/screening/correct-request.use-case.js';
import { DeclineRequestUseCase } from '../application/screening/decline-request.use-case.js';
import { MarkCallOutUseCase } from '../application/screening/mark-call-out.use-case.js';
import {
  AcceptRequestInput,
  AppealRequestInput,
  AskApplicantInput,
  CorrectRequestInput,
  DeclineRequestInput,
  MarkCallOutInput,
} from './screening.input.js';
import {
  AcceptRequestResult,
  ApplicantAsked,
  AskApplicantResult,
  DeclineRequestResult,
  RequestAccepted,
  RequestChanged,
  RequestChangedResult,
  RequestDeclined,
} from './screening.type.js';

/** What a screener decides on one card. */
@Resolver()
export class ScreeningDecisionsResolver {
  constructor(
    private readonly accept: AcceptRequestUseCase,
    private readonly correct: CorrectRequestUseCase,
    private readonly ask: AskApplicantUseCase,
    private readonly decline: DeclineRequestUseCase,
    private readonly appeal: AppealRequestUseCase,
    private readonly callOut: MarkCallOutUseCase,
  ) {}

  @Allow('acceptRequest')
  @Mutation(() => AcceptRequestResult, { description: 'Makes it a case; you hold its first key.' })
  acceptRequest(
    @CurrentActor() actor: Actor,
    @Args('input') input: AcceptRequestInput,
  ): Promise<Result<RequestAccepted, DomainError>> {
    return answer(this.accept.execute(actor, input), () => new RequestAccepted());
  }

  @Allow('correctRequest')
  @Mutation(() => RequestChangedResult, { description: 'Supplies answers that were wrong.' })
  correctRequest(
    @CurrentActor() actor: Actor,
    @Args('input') input: CorrectRequestInput,
  ): Promise<Result<RequestChanged, DomainError>> {
    return answer(this.correct.execute(actor, input), () => new RequestChanged());
  }

  @Allow('askApplicant')
  @Mutation(() => AskApplicantResult, {
    description: 'Notes that the applicant is asked; sends nothing.',
  })
  askApplicant(
    @CurrentActor() actor: Actor,
    @Args('input') input: AskApplicantInput,
  ): Promise<Result<ApplicantAsked, DomainError>> {
    return answer(this.ask.execute(actor, input), () => new ApplicantAsked());
  }

  @Allow('declineRequest')
  @Mutation(() => DeclineRequestResult, { description: 'Refuses it, with a reason.' })
  declineRequest(
    @CurrentActor() actor: Actor,
    @Args('input') input: DeclineRequestInput,
  ): Promise<Result<RequestDeclined, DomainError>> {
    return answer(this.decline.execute(actor, input), () => new RequestDeclined());
  }

  @Allow('appealRequest')
  @Mutation(() => RequestChangedResult, {
    description: 'Puts a refused request back, for somebody else to decide.',
  })
  appealRequest(
    @CurrentActor() actor: Actor,
    @Args('input') input: AppealRequestInput,
  ): Promise<Result<RequestChanged, DomainError>> {
    return answer(this.appeal.execute(actor, input), () => new RequestChanged());
  }

  @Allow('markCallOut')
  @Mutation(() => RequestChangedResult, { description: 'Hands it to the call-out desk.' })
  markCallOut(
    @CurrentActor() actor: Actor,
    @Args('input') input: MarkCallOutInput,
  ): Promise<Result<RequestChanged, DomainError>> {
    return answer(this.callOut.execute(actor, input), () => new RequestChanged());
  }
}

/** The outcome as the type that the schema names. */
export async function answer<Shown extends object>(
  work: Promise<Result<object, DomainError>>,
  make: () => Shown,
): Promise<Result<Shown, DomainError>> {
  const result = await work;
  return result.ok ? ok(Object.assign(make(), result.value)) : result;
}
