import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, Public, type Actor } from '@kinward/platform';
import { ApplyAsVolunteerUseCase } from '../application/apply-as-volunteer.use-case.js';
import type { ChangedVetting } from '../application/changed-vetting.js';
import { NameRefereeUseCase } from '../application/name-referee.use-case.js';
import { RecordInterviewUseCase } from '../application/record-interview.use-case.js';
import { RecordReferenceUseCase } from '../application/record-reference.use-case.js';
import { RevealApplicantUseCase } from '../application/reveal-applicant.use-case.js';
import { ScreenApplicationUseCase } from '../application/screen-application.use-case.js';
import {
  ApplyAsVolunteerInput,
  NameRefereeInput,
  RecordInterviewInput,
  RecordReferenceInput,
  RevealApplicantInput,
  ScreenApplicationInput,
} from './vetting.input.js';
import {
  ApplicantRevealed,
  ApplicationReceived,
  ApplyAsVolunteerResult,
  RevealApplicantResult,
  VettingChanged,
  VettingChangedResult,
} from './vetting.type.js';

type Answer = Promise<Result<VettingChanged, DomainError>>;

/** The way in: applying, and what colleagues find out. */
@Resolver()
export class VettingResolver {
  constructor(
    private readonly applying: ApplyAsVolunteerUseCase,
    private readonly revealing: RevealApplicantUseCase,
    private readonly screening: ScreenApplicationUseCase,
    private readonly naming: NameRefereeUseCase,
    private readonly referring: RecordReferenceUseCase,
    private readonly interviewing: RecordInterviewUseCase,
  ) {}

  @Public('applicants have no account')
  @Mutation(() => ApplyAsVolunteerResult, { description: 'Offers to help; needs no account.' })
  async applyAsVolunteer(
    @Args('input') input: ApplyAsVolunteerInput,
  ): Promise<Result<ApplicationReceived, DomainError>> {
    const result = await this.applying.execute(input);
    return result.ok ? ok(new ApplicationReceived()) : result;
  }

  @Allow('revealApplicant')
  @Mutation(() => RevealApplicantResult, { description: 'Shows who applied; recorded.' })
  async revealApplicant(
    @CurrentActor() actor: Actor,
    @Args('input') input: RevealApplicantInput,
  ): Promise<Result<ApplicantRevealed, DomainError>> {
    const result = await this.revealing.execute(actor, input.applicationId);
    return result.ok ? ok(Object.assign(new ApplicantRevealed(), result.value)) : result;
  }

  @Allow('screenApplication')
  @Mutation(() => VettingChangedResult, {
    description: 'Takes it up, or sends it to the referees.',
  })
  screenApplication(
    @CurrentActor() actor: Actor,
    @Args('input') input: ScreenApplicationInput,
  ): Answer {
    return vettingChanged(this.screening.execute(actor, input));
  }

  @Allow('nameReferee')
  @Mutation(() => VettingChangedResult, { description: 'Asks a colleague to speak for somebody.' })
  nameReferee(@CurrentActor() actor: Actor, @Args('input') input: NameRefereeInput): Answer {
    return vettingChanged(this.naming.execute(actor, input));
  }

  @Allow('recordReference')
  @Mutation(() => VettingChangedResult, { description: 'My own word on somebody I know.' })
  recordReference(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordReferenceInput,
  ): Answer {
    return vettingChanged(this.referring.execute(actor, input));
  }

  @Allow('recordInterview')
  @Mutation(() => VettingChangedResult, { description: 'My own record of a talk; two are needed.' })
  recordInterview(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordInterviewInput,
  ): Answer {
    return vettingChanged(this.interviewing.execute(actor, input));
  }
}

/** The answer of every change of a vetting. */
export async function vettingChanged(work: Promise<Result<ChangedVetting, DomainError>>): Answer {
  const result = await work;
  return result.ok ? ok(new VettingChanged(result.value)) : result;
}
