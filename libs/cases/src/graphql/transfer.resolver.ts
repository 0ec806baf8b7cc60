import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, toConnection, type Actor } from '@kinward/platform';
import { AnswerCaseTransferUseCase } from '../application/transfer/answer-case-transfer.use-case.js';
import { CaseTransfersQuery, transferKey } from '../application/transfer/case-transfers.query.js';
import { OfferCaseTransferUseCase } from '../application/transfer/offer-case-transfer.use-case.js';
import { ReceiveCaseTransferUseCase } from '../application/transfer/receive-case-transfer.use-case.js';
import { SendCaseTransferUseCase } from '../application/transfer/send-case-transfer.use-case.js';
import type { ChangedTransfer } from '../application/transfer/transfer-desk.js';
import { CaseOpened, OpenCaseResult } from './open-case.type.js';
import {
  AnswerCaseTransferInput,
  CaseTransferChanged,
  CaseTransferResult,
  CaseTransfers,
  CaseTransfersInput,
  CaseTransfersResult,
  CoalitionPartner,
  OfferCaseTransferInput,
  ReceiveCaseTransferInput,
  SendCaseTransferInput,
  WithdrawCaseTransferInput,
} from './transfer.type.js';

type Answer = Promise<Result<CaseTransferChanged, DomainError>>;

/** Handing a family over to another organisation of the coalition (ADR 0021). */
@Resolver()
export class TransferResolver {
  constructor(
    private readonly offer: OfferCaseTransferUseCase,
    private readonly answer: AnswerCaseTransferUseCase,
    private readonly send: SendCaseTransferUseCase,
    private readonly receive: ReceiveCaseTransferUseCase,
    private readonly list: CaseTransfersQuery,
  ) {}

  @Allow('caseTransfers')
  @Query(() => CaseTransfersResult, { description: 'Offers of and to your organisation.' })
  async caseTransfers(
    @Args('input') input: CaseTransfersInput,
  ): Promise<Result<CaseTransfers, DomainError>> {
    const page = await this.list.page(input);
    if (!page.ok) return page;
    const transfers = toConnection(page.value, transferKey);
    const partners = await this.list.partners();
    return ok(Object.assign(new CaseTransfers(), { transfers, partners }));
  }

  @Allow('coalitionPartners')
  @Query(() => [CoalitionPartner], {
    description: 'To whom one can offer, and whom a family can name when it consents.',
  })
  async coalitionPartners(): Promise<readonly CoalitionPartner[]> {
    return this.list.partners();
  }

  @Allow('offerCaseTransfer')
  @Mutation(() => CaseTransferResult, { description: 'Asks a partner to take a family on.' })
  offerCaseTransfer(
    @CurrentActor() actor: Actor,
    @Args('input') input: OfferCaseTransferInput,
  ): Answer {
    return changed(this.offer.execute(actor, input));
  }

  @Allow('answerCaseTransfer')
  @Mutation(() => CaseTransferResult, {
    description: 'Yes or no; with a yes the family will be sealed to you.',
  })
  answerCaseTransfer(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnswerCaseTransferInput,
  ): Answer {
    return changed(this.answer.execute(actor, input));
  }

  @Allow('withdrawCaseTransfer')
  @Mutation(() => CaseTransferResult, { description: 'Takes an offer back.' })
  withdrawCaseTransfer(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawCaseTransferInput,
  ): Answer {
    return changed(this.answer.withdraw(actor, input));
  }

  @Allow('sendCaseTransfer')
  @Mutation(() => CaseTransferResult, {
    description: 'Seals the family to who accepted; your case is TRANSFERRED.',
  })
  sendCaseTransfer(
    @CurrentActor() actor: Actor,
    @Args('input') input: SendCaseTransferInput,
  ): Answer {
    return changed(this.send.execute(actor, input));
  }

  @Allow('receiveCaseTransfer')
  @Mutation(() => OpenCaseResult, {
    description: 'Opens what was sealed to you as a case under a new codename.',
  })
  async receiveCaseTransfer(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReceiveCaseTransferInput,
  ): Promise<Result<CaseOpened, DomainError>> {
    const result = await this.receive.execute(actor, input);
    return result.ok ? ok(new CaseOpened(result.value)) : result;
  }
}

async function changed(work: Promise<Result<ChangedTransfer, DomainError>>): Answer {
  const result = await work;
  return result.ok ? ok(Object.assign(new CaseTransferChanged(), result.value)) : result;
}
