import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  wrongState,
  type Clock,
  type DomainError,
  type IdGenerator,
  type MoneyText,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, JobQueue, UnitOfWork } from '@kinward/platform';
import { checkCode } from '../../domain/check-funding.js';
import { mayChangePledge, type PledgeChangeKind } from '../../domain/pledge-state.js';
import { FALLBACKS, GiftStore } from '../../infrastructure/gift.store.js';
import { PledgeStore, type Pledge } from '../../infrastructure/pledge.store.js';
import { FundingNews } from '../funding-news.js';
import { SEND_CALLS_TASK } from '../task-names.js';
import { DonorDoor, type KnownDonor } from './donor-door.js';
import { readGiftAmount } from './start-gift.use-case.js';

export interface ChangeMonthlyGiftCommand {
  readonly token: string;
  readonly pledgeId: string;
  readonly change: string;
  readonly amount?: MoneyText | null;
}

export interface ChooseFallbackCommand {
  readonly token: string;
  readonly giftId?: string | null;
  readonly pledgeId?: string | null;
  readonly fallback: string;
}

const CHANGES = ['PAUSE', 'RESUME', 'AMOUNT'] as const;

/**
 * What donors decide on their private page. The provider is told by the worker. Errors: INVALID_INPUT; NOT_FOUND for
 * a wrong token and for what is not theirs; WRONG_STATE.
 */
@Injectable()
export class DonorWishes {
  constructor(
    private readonly door: DonorDoor,
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly news: FundingNews,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  stop(token: string, pledgeId: string): Promise<Result<{ state: string }, DomainError>> {
    return this.door.withToken(token, async (donor) => {
      const pledge = await this.own(donor, pledgeId);
      if (pledge === null) return err(notFound());
      const asked = await this.ask(donor, pledge, 'STOP', null);
      if (!asked.ok) return asked;
      // Nothing is taken any more, whatever the provider is still told of it.
      if (pledge.subscriptionId === null) {
        await new PledgeStore(this.unitOfWork).setState(pledge.id, 'ENDED');
        return ok({ state: 'ENDED' });
      }
      return ok({ state: 'STOPPING' });
    });
  }

  change(command: ChangeMonthlyGiftCommand): Promise<Result<{ state: string }, DomainError>> {
    return this.door.withToken(command.token, async (donor) => {
      const kind = checkCode('change', command.change, CHANGES);
      if (!kind.ok) return kind;
      const amount =
        kind.value === 'AMOUNT'
          ? readGiftAmount(command.amount ?? { minorUnits: '', currency: 'EUR' })
          : ok(null);
      if (!amount.ok) return amount;
      const pledge = await this.own(donor, command.pledgeId);
      if (pledge === null) return err(notFound());
      const minor = amount.value?.minorUnits ?? null;
      const asked = await this.ask(donor, pledge, kind.value, minor);
      if (!asked.ok) return asked;
      if (minor !== null) await new PledgeStore(this.unitOfWork).setAmount(pledge.id, minor);
      return ok({ state: pledge.state });
    });
  }

  chooseFallback(command: ChooseFallbackCommand): Promise<Result<{ state: string }, DomainError>> {
    return this.door.withToken<{ state: string }>(command.token, async (donor) => {
      const fallback = checkCode('fallback', command.fallback, FALLBACKS);
      if (!fallback.ok) return fallback;
      const { giftId = null, pledgeId = null } = command;
      if (giftId !== null) {
        const gift = await new GiftStore(this.unitOfWork).lock(donor.organizationId, giftId);
        if (gift?.donorId !== donor.donorId) return err(notFound());
        await this.unitOfWork.execute('UPDATE gift SET fallback = $2 WHERE id = $1', [
          gift.id,
          fallback.value,
        ]);
        await this.news.tellOfDonor('GIFT_FALLBACK_CHOSEN', 'GIFT', gift.id);
        return ok({ state: gift.state });
      }
      const pledge = await this.own(donor, pledgeId ?? '');
      if (pledge === null) return err(notFound());
      await new PledgeStore(this.unitOfWork).setFallback(pledge.id, fallback.value);
      await this.news.tellOfDonor('PLEDGE_FALLBACK_CHOSEN', 'PLEDGE', pledge.id);
      return ok({ state: pledge.state });
    });
  }

  private async own(donor: KnownDonor, pledgeId: string): Promise<Pledge | null> {
    const pledge = await new PledgeStore(this.unitOfWork).lock(donor.organizationId, pledgeId);
    return pledge?.donorId === donor.donorId ? pledge : null;
  }

  private async ask(
    donor: KnownDonor,
    pledge: Pledge,
    kind: PledgeChangeKind,
    amountMinor: bigint | null,
  ): Promise<Result<void, DomainError>> {
    if (!mayChangePledge(pledge.state, kind)) return err(wrongState(pledge.state));
    if (kind !== 'STOP' && pledge.subscriptionId === null) return err(refused('NOT_BEGUN_YET'));
    await new PledgeStore(this.unitOfWork).addChange({
      id: this.ids.next(),
      organizationId: donor.organizationId,
      pledgeId: pledge.id,
      kind,
      amountMinor,
      paymentMethodId: null,
      ref: this.ids.bytes(16).toString('hex'),
      askedAt: this.clock.now(),
    });
    await this.jobs.enqueue(SEND_CALLS_TASK, {}, SEND_CALLS_TASK);
    await this.news.tellOfDonor(`PLEDGE_${kind}_ASKED`, 'PLEDGE', pledge.id);
    return ok();
  }
}
