import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, MoneyType, type Actor } from '@kinward/platform';
import { PapersQuery } from '../application/papers.query.js';
import {
  DecisionSheetInput,
  DecisionSheetResult,
  DecisionSheetType,
  PaymentInstructionRevealed,
  RevealPaymentInstructionInput,
  RevealPaymentInstructionResult,
} from './signing.type.js';

/** The two sealed papers of a payout. */
@Resolver()
export class PapersResolver {
  constructor(private readonly papers: PapersQuery) {}

  @Allow('decisionSheet')
  @Query(() => DecisionSheetResult, { description: 'What an approver decides by.' })
  async decisionSheet(
    @CurrentActor() actor: Actor,
    @Args('input') input: DecisionSheetInput,
  ): Promise<Result<DecisionSheetType, DomainError>> {
    const result = await this.papers.sheet(actor, input.disbursementId);
    if (!result.ok) return result;
    const { needAmountMinor, amountMinor, ...sheet } = result.value;
    const amounts = {
      needAmount: new MoneyType(needAmountMinor),
      amount: new MoneyType(amountMinor),
    };
    return ok(Object.assign(new DecisionSheetType(), sheet, amounts));
  }

  @Allow('revealPaymentInstruction')
  @Mutation(() => RevealPaymentInstructionResult, { description: 'Whom to pay, for 15 minutes.' })
  async revealPaymentInstruction(
    @CurrentActor() actor: Actor,
    @Args('input') input: RevealPaymentInstructionInput,
  ): Promise<Result<PaymentInstructionRevealed, DomainError>> {
    const result = await this.papers.reveal(actor, input);
    return result.ok ? ok(Object.assign(new PaymentInstructionRevealed(), result.value)) : result;
  }
}
