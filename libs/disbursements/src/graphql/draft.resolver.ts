import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import type { ChangedDisbursement } from '../application/changed-disbursement.js';
import { ChangeDisbursementUseCase } from '../application/draft/change-disbursement.use-case.js';
import { DraftDisbursementUseCase } from '../application/draft/draft-disbursement.use-case.js';
import { SubmitDisbursementUseCase } from '../application/submit-disbursement.use-case.js';
import { CloseDisbursementUseCase } from '../application/close-disbursement.use-case.js';
import { DisbursementChanged, DisbursementChangedResult } from './disbursement-changed.type.js';
import { ChangeDisbursementInput, DraftDisbursementInput } from './draft.type.js';
import { CancelDisbursementInput, SubmitDisbursementInput } from './signing.type.js';

type Answer = Promise<Result<DisbursementChanged, DomainError>>;

/** The maker's part of a payout. */
@Resolver()
export class DraftResolver {
  constructor(
    private readonly draft: DraftDisbursementUseCase,
    private readonly change: ChangeDisbursementUseCase,
    private readonly submit: SubmitDisbursementUseCase,
    private readonly close: CloseDisbursementUseCase,
  ) {}

  @Allow('draftDisbursement')
  @Mutation(() => DisbursementChangedResult, { description: 'Writes a payout from a reservation.' })
  draftDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: DraftDisbursementInput,
  ): Answer {
    return changed(this.draft.execute(actor, input));
  }

  @Allow('changeDisbursement')
  @Mutation(() => DisbursementChangedResult, { description: 'A new version; old signatures void.' })
  changeDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeDisbursementInput,
  ): Answer {
    return changed(this.change.execute(actor, input));
  }

  @Allow('submitDisbursement')
  @Mutation(() => DisbursementChangedResult, { description: 'Hands a draft in.' })
  submitDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: SubmitDisbursementInput,
  ): Answer {
    return changed(this.submit.execute(actor, input));
  }

  @Allow('cancelDisbursement')
  @Mutation(() => DisbursementChangedResult, { description: 'Drops it; the reservation stays.' })
  cancelDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: CancelDisbursementInput,
  ): Answer {
    return changed(this.close.cancel(actor, input));
  }
}

/** The answer of every step that changes a payout. */
export async function changed(work: Promise<Result<ChangedDisbursement, DomainError>>): Answer {
  const result = await work;
  return result.ok ? ok(new DisbursementChanged(result.value)) : result;
}
