import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow } from '@kinward/platform';
import { WithdrawCaseCardUseCase } from '../application/withdraw-case-card.use-case.js';
import {
  CaseCardWithdrawn,
  WithdrawCaseCardInput,
  WithdrawCaseCardResult,
} from './case-card.type.js';

/** What the public may see of a need. */
@Resolver()
export class CaseCardResolver {
  constructor(private readonly withdrawal: WithdrawCaseCardUseCase) {}

  @Allow('withdrawCaseCard')
  @Mutation(() => WithdrawCaseCardResult, { description: 'Takes a card back, at once.' })
  async withdrawCaseCard(
    @Args('input') input: WithdrawCaseCardInput,
  ): Promise<Result<CaseCardWithdrawn, DomainError>> {
    const withdrawn = await this.withdrawal.execute(input.cardId);
    return withdrawn.ok ? ok(new CaseCardWithdrawn(withdrawn.value.cardId)) : withdrawn;
  }
}
