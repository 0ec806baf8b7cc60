import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { DomainError, Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { DecideApprovalUseCase } from '../application/decide-approval.use-case.js';
import { DecideSecurityUseCase } from '../application/decide-security.use-case.js';
import { DeclareInterestUseCase } from '../application/declare-interest.use-case.js';
import { ReleaseDisbursementUseCase } from '../application/release-disbursement.use-case.js';
import {
  DisbursementChangedResult,
  type DisbursementChanged,
} from './disbursement-changed.type.js';
import { changed } from './draft.resolver.js';
import {
  ApproveDisbursementInput,
  ClearDisbursementInput,
  DeclareInterestInput,
  RejectDisbursementInput,
  ReleaseDisbursementInput,
} from './signing.type.js';

type Answer = Promise<Result<DisbursementChanged, DomainError>>;

/** The signatures under a payout: security, approvers, releaser. */
@Resolver()
export class SigningResolver {
  constructor(
    private readonly security: DecideSecurityUseCase,
    private readonly interest: DeclareInterestUseCase,
    private readonly approval: DecideApprovalUseCase,
    private readonly release: ReleaseDisbursementUseCase,
  ) {}

  @Allow('clearDisbursement')
  @Mutation(() => DisbursementChangedResult, { description: 'Security lets it pass or stops it.' })
  clearDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: ClearDisbursementInput,
  ): Answer {
    return changed(this.security.execute(actor, input));
  }

  @Allow('declareInterest')
  @Mutation(() => DisbursementChangedResult, { description: 'To be said before signing.' })
  declareInterest(
    @CurrentActor() actor: Actor,
    @Args('input') input: DeclareInterestInput,
  ): Answer {
    return changed(this.interest.execute(actor, input));
  }

  @Allow('approveDisbursement')
  @Mutation(() => DisbursementChangedResult, { description: 'One of the approvals it needs.' })
  approveDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: ApproveDisbursementInput,
  ): Answer {
    return changed(this.approval.approve(actor, input));
  }

  @Allow('rejectDisbursement')
  @Mutation(() => DisbursementChangedResult, { description: 'Refuses it for good.' })
  rejectDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: RejectDisbursementInput,
  ): Answer {
    return changed(this.approval.reject(actor, input));
  }

  @Allow('releaseDisbursement')
  @Mutation(() => DisbursementChangedResult, { description: 'Lets the money go.' })
  releaseDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReleaseDisbursementInput,
  ): Answer {
    return changed(this.release.execute(actor, input));
  }
}
