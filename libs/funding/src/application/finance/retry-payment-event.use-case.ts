import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  wrongState,
  type Clock,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { CLOCK, CommandReplay, JobQueue, UnitOfWork, type Actor } from '@kinward/platform';
import { InboxStore } from '../../infrastructure/inbox.store.js';
import { FundingNews } from '../funding-news.js';
import { DRAIN_TASK } from '../task-names.js';

export interface RetryPaymentEventCommand {
  readonly commandKey: string;
  /** As the provider names it. */
  readonly eventId: string;
}

export type RetriedPaymentEvent = { readonly eventId: string; readonly state: string };

/**
 * Has an event that was given up worked on again, once its cause is gone; one that was done before changes nothing
 * more. Errors: INVALID_INPUT; NOT_FOUND; WRONG_STATE for an event that waits or is done; REFUSED
 * `REPLAYED_WITH_OTHER_CONTENT`.
 */
@Injectable()
export class RetryPaymentEventUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly replay: CommandReplay,
    private readonly jobs: JobQueue,
    private readonly news: FundingNews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(
    actor: Actor,
    command: RetryPaymentEventCommand,
  ): Promise<Result<RetriedPaymentEvent, DomainError>> {
    const { commandKey: key, ...input } = command;
    return this.replay.once({ operation: 'retryPaymentEvent', key, input }, () =>
      this.retry(actor, command.eventId),
    );
  }

  private async retry(
    { organizationId }: Actor,
    eventId: string,
  ): Promise<Result<RetriedPaymentEvent, DomainError>> {
    const inbox = new InboxStore(this.unitOfWork);
    const state = await inbox.lock(organizationId, eventId);
    if (state === null) return err(notFound());
    if (state !== 'FAILED') return err(wrongState(state));
    await inbox.reopen(organizationId, eventId, this.clock.now());
    await this.jobs.enqueue(DRAIN_TASK, {}, DRAIN_TASK);
    // The provider's id is no id of ours, so it stands where codes do.
    await this.news.tell('PAYMENT_EVENT_RETRIED', 'ORGANIZATION', organizationId, eventId);
    return ok({ eventId, state: 'RECEIVED' });
  }
}
