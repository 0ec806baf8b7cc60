import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, CurrentAddressGroup, Public, type Actor } from '@kinward/platform';
import { ConfirmReceiptUseCase } from '../application/evidence/confirm-receipt.use-case.js';
import { IssueReceiptWordUseCase } from '../application/evidence/issue-receipt-word.use-case.js';
import {
  ConfirmReceiptInput,
  ConfirmReceiptResult,
  IssueReceiptWordInput,
  IssueReceiptWordResult,
  ReceiptNoted,
  ReceiptWordIssued,
} from './safety.type.js';

/** The family's one-time word. */
@Resolver()
export class ReceiptResolver {
  constructor(
    private readonly issue: IssueReceiptWordUseCase,
    private readonly confirm: ConfirmReceiptUseCase,
  ) {}

  @Allow('issueReceiptWord')
  @Mutation(() => IssueReceiptWordResult, { description: 'Makes the word; it is shown once.' })
  async issueReceiptWord(
    @CurrentActor() actor: Actor,
    @Args('input') input: IssueReceiptWordInput,
  ): Promise<Result<ReceiptWordIssued, DomainError>> {
    const result = await this.issue.execute(actor, input.disbursementId);
    return result.ok ? ok(Object.assign(new ReceiptWordIssued(), result.value)) : result;
  }

  @Public('families have no account; the word is the key')
  @Mutation(() => ConfirmReceiptResult, { description: 'The family says that aid arrived.' })
  async confirmReceipt(
    @Args('input') input: ConfirmReceiptInput,
    @CurrentAddressGroup() addressGroup: string | null,
  ): Promise<Result<ReceiptNoted, DomainError>> {
    const result = await this.confirm.execute(input.word, addressGroup);
    return result.ok ? ok(new ReceiptNoted()) : result;
  }
}
