import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  wrongState,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import { mayChangePledge } from '../../domain/pledge-state.js';
import { DonorStore } from '../../infrastructure/donor.store.js';
import { PledgeStore } from '../../infrastructure/pledge.store.js';
import { ProviderRefusal, ProviderSilent } from '../../infrastructure/stripe/provider-failure.js';
import { StripeAccess } from '../stripe-access.js';
import { DonorDoor } from './donor-door.js';

/**
 * Opens the provider's page on which another card takes the place of one that no longer works. Errors: NOT_FOUND;
 * WRONG_STATE; REFUSED `CARD_GIFTS_OFF`, `NOT_BEGUN_YET`, `PROVIDER_AWAY`.
 */
@Injectable()
export class NewCardUseCase {
  constructor(
    private readonly door: DonorDoor,
    private readonly unitOfWork: UnitOfWork,
    private readonly stripe: StripeAccess,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    token: string,
    pledgeId: string,
  ): Promise<Result<{ checkoutUrl: string }, DomainError>> {
    const { gateway, publicUrl } = this.stripe;
    if (gateway === null) return err(refused('CARD_GIFTS_OFF'));
    const found = await this.find(token, pledgeId);
    if (!found.ok) return found;
    const { organizationId, customerId, locale } = found.value;
    const ref = this.ids.bytes(16).toString('hex');
    try {
      const session = await gateway.openCard({ ref, locale, publicUrl, customerId });
      return await this.door.inScope(organizationId, async () => {
        await new PledgeStore(this.unitOfWork).setSession(pledgeId, session.id);
        return ok({ checkoutUrl: session.url });
      });
    } catch (error) {
      const isAway = error instanceof ProviderSilent || error instanceof ProviderRefusal;
      if (!isAway) throw error;
      return err(refused('PROVIDER_AWAY'));
    }
  }

  private find(token: string, pledgeId: string) {
    return this.door.withToken(token, async ({ donorId, organizationId }) => {
      const pledges = new PledgeStore(this.unitOfWork);
      const pledge = await pledges.lock(organizationId, pledgeId);
      if (pledge?.donorId !== donorId) return err(notFound());
      if (!mayChangePledge(pledge.state, 'CARD')) return err(wrongState(pledge.state));
      const customerId = await pledges.customerOf(donorId);
      if (customerId === null) return err(refused('NOT_BEGUN_YET'));
      const locale = await new DonorStore(this.unitOfWork).locale(donorId);
      return ok({ organizationId, customerId, locale });
    });
  }
}
