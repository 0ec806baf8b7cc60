import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow } from '@kinward/platform';
import { PublishCaseCardUseCase } from '../application/publish-case-card.use-case.js';
import { WithdrawCaseCardUseCase } from '../application/withdraw-case-card.use-case.js';
import {
  CaseCardPublished,
  CaseCardWithdrawn,
  PublishCaseCardInput,
  PublishCaseCardResult,
  WithdrawCaseCardInput,
  WithdrawCaseCardResult,
} from './case-card.type.js';

/** What the public may see of a need. */
@Resolver()
export class CaseCardResolver {
  constructor(
    private readonly publishing: PublishCaseCardUseCase,
    private readonly withdrawal: WithdrawCaseCardUseCase,
  ) {}

  @Allow('publishCaseCard')
  @Mutation(() => PublishCaseCardResult, { description: 'Asks the public for what a need wants.' })
  async publishCaseCard(
    @Args('input') input: PublishCaseCardInput,
  ): Promise<Result<CaseCardPublished, DomainError>> {
    const published = await this.publishing.execute(input);
    return published.ok ? ok(new CaseCardPublished(published.value)) : published;
  }

  @Allow('withdrawCaseCard')
  @Mutation(() => WithdrawCaseCardResult, { description: 'Takes a card back, at once.' })
  async withdrawCaseCard(
    @Args('input') input: WithdrawCaseCardInput,
  ): Promise<Result<CaseCardWithdrawn, DomainError>> {
    const withdrawn = await this.withdrawal.execute(input.cardId);
    return withdrawn.ok ? ok(new CaseCardWithdrawn(withdrawn.value.cardId)) : withdrawn;
  }
}
