import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { DomainError, Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { ChangeCountryUseCase } from '../application/change-country.use-case.js';
import { DecideVolunteerUseCase } from '../application/decide-volunteer.use-case.js';
import { EndTrustUseCase } from '../application/end-trust.use-case.js';
import { ReportRecheckUseCase } from '../application/report-recheck.use-case.js';
import { TrustVolunteerUseCase } from '../application/trust-volunteer.use-case.js';
import { vettingChanged } from './vetting.resolver.js';
import { VettingChanged, VettingChangedResult } from './vetting.type.js';
import {
  ActivateVolunteerInput,
  ChangeVolunteerCountryInput,
  EndTrustInput,
  RecheckVolunteerInput,
  ReinstateVolunteerInput,
  ReportRecheckReasonInput,
  RevokeVolunteerInput,
  SuspendVolunteerInput,
  TrustVolunteerInput,
} from './volunteer.input.js';

type Answer = Promise<Result<VettingChanged, DomainError>>;

/** What is decided on somebody who has an account. */
@Resolver()
export class VolunteerDecisionsResolver {
  constructor(
    private readonly deciding: DecideVolunteerUseCase,
    private readonly reporting: ReportRecheckUseCase,
    private readonly trusting: TrustVolunteerUseCase,
    private readonly ending: EndTrustUseCase,
    private readonly moving: ChangeCountryUseCase,
  ) {}

  @Allow('activateVolunteer')
  @Mutation(() => VettingChangedResult, { description: 'Signs the end of a probation; two sign.' })
  activateVolunteer(
    @CurrentActor() actor: Actor,
    @Args('input') input: ActivateVolunteerInput,
  ): Answer {
    return vettingChanged(this.deciding.execute(actor, 'ACTIVATE', input));
  }

  @Allow('recheckVolunteer')
  @Mutation(() => VettingChangedResult, { description: 'Signs a re-check; two sign.' })
  recheckVolunteer(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecheckVolunteerInput,
  ): Answer {
    return vettingChanged(this.deciding.execute(actor, 'RECHECK', input));
  }

  @Allow('reinstateVolunteer')
  @Mutation(() => VettingChangedResult, { description: 'Signs the end of a suspension; two sign.' })
  reinstateVolunteer(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReinstateVolunteerInput,
  ): Answer {
    return vettingChanged(this.deciding.execute(actor, 'REINSTATE', input));
  }

  @Allow('suspendVolunteer')
  @Mutation(() => VettingChangedResult, { description: 'At once: every session ends.' })
  suspendVolunteer(
    @CurrentActor() actor: Actor,
    @Args('input') input: SuspendVolunteerInput,
  ): Answer {
    return vettingChanged(this.deciding.execute(actor, 'SUSPEND', input));
  }

  @Allow('revokeVolunteer')
  @Mutation(() => VettingChangedResult, {
    description: 'For good. EXPOSED has the referees looked at.',
  })
  revokeVolunteer(
    @CurrentActor() actor: Actor,
    @Args('input') input: RevokeVolunteerInput,
  ): Answer {
    return vettingChanged(this.deciding.execute(actor, 'REVOKE', input));
  }

  @Allow('reportRecheckReason')
  @Mutation(() => VettingChangedResult, {
    description: 'Travel to the state or contact by it: no tasks before a re-check.',
  })
  reportRecheckReason(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReportRecheckReasonInput,
  ): Answer {
    return vettingChanged(this.reporting.execute(actor, input));
  }

  @Allow('trustVolunteer')
  @Mutation(() => VettingChangedResult, { description: 'One voice of a panel of three or more.' })
  trustVolunteer(@CurrentActor() actor: Actor, @Args('input') input: TrustVolunteerInput): Answer {
    return vettingChanged(this.trusting.execute(actor, input));
  }

  @Allow('endTrust')
  @Mutation(() => VettingChangedResult, { description: 'Back to V2.' })
  endTrust(@Args('input') input: EndTrustInput): Answer {
    return vettingChanged(this.ending.execute(input));
  }

  @Allow('changeVolunteerCountry')
  @Mutation(() => VettingChangedResult, { description: 'Nobody helps from inside.' })
  changeVolunteerCountry(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeVolunteerCountryInput,
  ): Answer {
    return vettingChanged(this.moving.execute(actor, input));
  }
}
