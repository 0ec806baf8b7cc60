import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, MoneyType, type Actor } from '@kinward/platform';
import { FreezeDisbursementsUseCase } from '../application/freeze-disbursements.use-case.js';
import { RailReviewUseCase } from '../application/rail-review.use-case.js';
import {
  CohortFrozen,
  CohortFrozenResult,
  DisbursementFreeze,
  FreezeDisbursementsInput,
  FreezePreview,
  FreezePreviewInput,
  FreezePreviewResult,
  RailExposureInput,
  RailExposureType,
  ReviewVendorLimitInput,
  ReviewVendorLimitResult,
  UnfreezeDisbursementsInput,
  VendorLimitReviewed,
} from './safety.type.js';

/** Stopping payouts, and what payouts expose. */
@Resolver()
export class DisbursementSafetyResolver {
  constructor(
    private readonly freezing: FreezeDisbursementsUseCase,
    private readonly rails: RailReviewUseCase,
  ) {}

  @Allow('freezeDisbursements')
  @Mutation(() => CohortFrozenResult, { description: 'Stops a cohort at once.' })
  async freezeDisbursements(
    @CurrentActor() actor: Actor,
    @Args('input') input: FreezeDisbursementsInput,
  ): Promise<Result<CohortFrozen, DomainError>> {
    const result = await this.freezing.freeze(actor, input);
    return result.ok ? ok(new CohortFrozen(result.value)) : result;
  }

  @Allow('unfreezeDisbursements')
  @Mutation(() => CohortFrozenResult, { description: 'Sets it free again.' })
  async unfreezeDisbursements(
    @CurrentActor() actor: Actor,
    @Args('input') input: UnfreezeDisbursementsInput,
  ): Promise<Result<CohortFrozen, DomainError>> {
    const result = await this.freezing.unfreeze(actor, input.freezeId);
    return result.ok ? ok(new CohortFrozen(result.value)) : result;
  }

  @Allow('disbursementFreezes')
  @Query(() => [DisbursementFreeze], { description: 'Freezes that stand, oldest first.' })
  async disbursementFreezes(): Promise<readonly DisbursementFreeze[]> {
    const standing = await this.freezing.standing();
    return standing.map(({ amountMinor, ...freeze }) => ({
      ...freeze,
      amount: new MoneyType(amountMinor),
    }));
  }

  @Allow('freezePreview')
  @Query(() => FreezePreviewResult, {
    description: 'What a freeze would stop now, in numbers; nothing is stopped.',
  })
  async freezePreview(
    @Args('input') input: FreezePreviewInput,
  ): Promise<Result<FreezePreview, DomainError>> {
    const result = await this.freezing.preview(input);
    return result.ok ? ok(new FreezePreview(result.value)) : result;
  }

  @Allow('reviewVendorLimit')
  @Mutation(() => ReviewVendorLimitResult, { description: 'A limit of its own for a vendor.' })
  async reviewVendorLimit(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReviewVendorLimitInput,
  ): Promise<Result<VendorLimitReviewed, DomainError>> {
    const result = await this.rails.review(actor, input);
    return result.ok ? ok(Object.assign(new VendorLimitReviewed(), result.value)) : result;
  }

  @Allow('railExposure')
  @Query(() => [RailExposureType], { description: 'If its owner talks today, worst first.' })
  async railExposure(
    @Args('input') input: RailExposureInput,
  ): Promise<Result<RailExposureType[], DomainError>> {
    const result = await this.rails.exposure(input.rail ?? null);
    return result.ok ? ok(result.value.map((row) => new RailExposureType(row))) : result;
  }
}
