import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { DomainError, Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { CloseDisbursementUseCase } from '../application/close-disbursement.use-case.js';
import { RecordOutcomeUseCase } from '../application/record-outcome.use-case.js';
import { SettleDisputeUseCase } from '../application/settle-dispute.use-case.js';
import {
  DisbursementChangedResult,
  type DisbursementChanged,
} from './disbursement-changed.type.js';
import { changed } from './draft.resolver.js';
import {
  MarkDeliveredInput,
  MarkFailedInput,
  MarkInTransitInput,
  MarkLostOrSeizedInput,
  OpenDisputeInput,
  ReconcileDisbursementInput,
  SettleDisputeInput,
} from './signing.type.js';

type Answer = Promise<Result<DisbursementChanged, DomainError>>;

/** What became of money that has left. */
@Resolver()
export class OutcomeResolver {
  constructor(
    private readonly outcome: RecordOutcomeUseCase,
    private readonly close: CloseDisbursementUseCase,
    private readonly settling: SettleDisputeUseCase,
  ) {}

  @Allow('markInTransit')
  @Mutation(() => DisbursementChangedResult, { description: 'It is in somebody’s hands.' })
  markInTransit(@CurrentActor() actor: Actor, @Args('input') input: MarkInTransitInput): Answer {
    return changed(this.close.send(actor, input.disbursementId));
  }

  @Allow('markDelivered')
  @Mutation(() => DisbursementChangedResult, { description: 'It arrived, or a part of it.' })
  markDelivered(@CurrentActor() actor: Actor, @Args('input') input: MarkDeliveredInput): Answer {
    return changed(this.outcome.execute(actor, { ...input, outcome: 'DELIVER' }));
  }

  @Allow('markFailed')
  @Mutation(() => DisbursementChangedResult, { description: 'It came back.' })
  markFailed(@CurrentActor() actor: Actor, @Args('input') input: MarkFailedInput): Answer {
    const { wasReturned, ...rest } = input;
    const outcome = wasReturned ? 'RETURN' : 'FAIL';
    return changed(this.outcome.execute(actor, { ...rest, outcome }));
  }

  @Allow('markLostOrSeized')
  @Mutation(() => DisbursementChangedResult, { description: 'It is gone.' })
  markLostOrSeized(
    @CurrentActor() actor: Actor,
    @Args('input') input: MarkLostOrSeizedInput,
  ): Answer {
    return changed(this.outcome.execute(actor, { ...input, outcome: 'LOSE' }));
  }

  @Allow('openDispute')
  @Mutation(() => DisbursementChangedResult, { description: 'The family says no.' })
  openDispute(@CurrentActor() actor: Actor, @Args('input') input: OpenDisputeInput): Answer {
    return changed(this.close.dispute(actor, input));
  }

  @Allow('settleDispute')
  @Mutation(() => DisbursementChangedResult, { description: 'Books what was found.' })
  settleDispute(@CurrentActor() actor: Actor, @Args('input') input: SettleDisputeInput): Answer {
    return changed(this.settling.execute(actor, input));
  }

  @Allow('reconcileDisbursement')
  @Mutation(() => DisbursementChangedResult, { description: 'Matched with bank or cash count.' })
  reconcileDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReconcileDisbursementInput,
  ): Answer {
    return changed(this.close.reconcile(actor, input));
  }
}
