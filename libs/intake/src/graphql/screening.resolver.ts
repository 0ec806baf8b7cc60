import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, toConnection, type Actor } from '@kinward/platform';
import { IntakeInboxQuery, inboxKey } from '../application/screening/intake-inbox.query.js';
import { OpenIntakeCardUseCase } from '../application/screening/open-intake-card.use-case.js';
import { ScreeningGround } from '../application/screening/screening-ground.js';
import { assembleRequest } from './assemble-request.js';
import { IntakeCard, OpenIntakeCardResult } from './intake-card.type.js';
import { IntakeInbox, IntakeInboxResult, type IntakeRequest } from './intake-inbox.type.js';
import { IntakeInboxInput, OpenIntakeCardInput } from './screening.input.js';
import './screening-reason-texts.js';

/** What a screener sees: the list without a word of the family, and one card at a time. */
@Resolver()
export class ScreeningResolver {
  constructor(
    private readonly inbox: IntakeInboxQuery,
    private readonly card: OpenIntakeCardUseCase,
    private readonly ground: ScreeningGround,
  ) {}

  @Allow('intakeInbox')
  @Query(() => IntakeInboxResult, { description: 'Requests that wait, and those decided.' })
  async intakeInbox(
    @CurrentActor() actor: Actor,
    @Args('input') input: IntakeInboxInput,
  ): Promise<Result<IntakeInbox, DomainError>> {
    const page = await this.inbox.page(actor, input);
    if (!page.ok) return page;
    const counts = await this.inbox.counts(actor);
    const { pack, today } = await this.ground.own();
    const requests = toConnection(
      page.value,
      (row) => inboxKey(input.orderBy, row),
      (row): IntakeRequest => assembleRequest(row, pack, today),
    );
    return ok(Object.assign(new IntakeInbox(), { requests, counts }));
  }

  @Allow('openIntakeCard')
  @Mutation(() => OpenIntakeCardResult, {
    description: 'Opens one request, for 15 minutes; every opening is logged.',
  })
  async openIntakeCard(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpenIntakeCardInput,
  ): Promise<Result<IntakeCard, DomainError>> {
    const opened = await this.card.execute(actor, input);
    if (!opened.ok) return opened;
    const { row, ...card } = opened.value;
    const { id: requestId, version, state, caseId } = row;
    const { problemField, problemCode, warnings, correctedOn, proposedProblem } = row;
    const clear = { requestId, version, state, caseId, problemField, problemCode, warnings };
    const later = { correctedOn, proposedProblem };
    return ok(Object.assign(new IntakeCard(), { ...clear, ...later, ...card }));
  }
}
