import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  readMoney,
  refused,
  type DomainError,
  type IdGenerator,
  type Money,
  type MoneyText,
  type OrganizationId,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import { checkCode } from '../../domain/check-funding.js';
import { GIFT_LIMITS } from '../../domain/gift-limits.js';
import { DONOR_LOCALES } from '../../infrastructure/donor.store.js';
import { FALLBACKS } from '../../infrastructure/gift.store.js';
import { GiftLimiter } from '../../infrastructure/gift-limiter.js';
import { ProviderRefusal, ProviderSilent } from '../../infrastructure/stripe/provider-failure.js';
import { StripeAccess } from '../stripe-access.js';
import { DonorDoor } from './donor-door.js';
import { GiftOpener, type OpenedGift } from './gift-opener.js';
import type { GiftWish } from './gift-wish.js';

export interface StartGiftCommand {
  readonly organization: string;
  readonly rhythm: string;
  readonly fundId?: string | null;
  readonly caseCardId?: string | null;
  readonly fallback: string;
  readonly amount: MoneyText;
  readonly locale: string;
  readonly email?: string | null;
  /** The donor has read from where no cards are taken, before anything of the provider loads. */
  readonly acceptsCardNotice: boolean;
}

export interface StartedGift {
  /** The provider's page. */
  readonly checkoutUrl: string;
  /** Opens the donor's private page; shown once and kept nowhere. */
  readonly token: string;
}

const RHYTHMS = ['ONCE', 'MONTHLY'] as const;
const TOKEN_BYTES = 32;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/;

/**
 * Begins a gift and opens the provider's page for it. The gift and its idempotency key are stored before the provider
 * hears of it. Errors: INVALID_INPUT naming the field; NOT_FOUND for organisation, fund or card; REFUSED
 * `CARD_NOTICE_NOT_ACCEPTED`, `CARD_GIFTS_OFF`, `CARD_TAKES_NO_MORE`, `MONTHLY_TO_A_FUND_ONLY`, `PROVIDER_AWAY`,
 * `TOO_MANY_GIFTS_OF_ADDRESS`, `TOO_MANY_GIFTS`.
 */
@Injectable()
export class StartGiftUseCase {
  constructor(
    private readonly door: DonorDoor,
    private readonly limiter: GiftLimiter,
    private readonly opener: GiftOpener,
    private readonly unitOfWork: UnitOfWork,
    private readonly stripe: StripeAccess,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** @param token of the private page: nobody can guess it, but where a demonstration names one that all may know */
  async execute(
    command: StartGiftCommand,
    token = this.ids.bytes(TOKEN_BYTES).toString('base64url'),
  ): Promise<Result<StartedGift, DomainError>> {
    const wish = checkWish(command);
    if (!wish.ok) return wish;
    const limit = await this.limiter.admit(wish.value.email);
    if (limit !== null) return err(refused(limit));
    const opened = await this.door.withOrganization(
      command.organization,
      async (organizationId) => {
        if (this.stripe.gateway === null || this.stripe.organization !== command.organization) {
          return err(refused('CARD_GIFTS_OFF'));
        }
        const gift = await this.opener.open(organizationId, wish.value, token);
        return gift.ok ? ok({ organizationId, gift: gift.value }) : gift;
      },
    );
    if (!opened.ok) return opened;
    const { organizationId, gift } = opened.value;
    const url = await this.openPage(organizationId, wish.value, gift);
    return url.ok ? ok({ checkoutUrl: url.value, token }) : url;
  }

  private async openPage(
    organizationId: OrganizationId,
    wish: GiftWish,
    gift: OpenedGift,
  ): Promise<Result<string, DomainError>> {
    const { gateway, publicUrl } = this.stripe;
    if (gateway === null) return err(refused('CARD_GIFTS_OFF'));
    const page = { ref: gift.ref, locale: wish.locale, publicUrl };
    try {
      const session =
        gift.kind === 'gift'
          ? await gateway.openPayment({ ...page, amountMinor: wish.amount.minorUnits })
          : await gateway.openCard({ ...page, customerId: null });
      await this.door.inScope(organizationId, async () => {
        await this.unitOfWork.execute(`UPDATE ${gift.kind} SET session_id = $2 WHERE id = $1`, [
          gift.id,
          session.id,
        ]);
        return ok();
      });
      return ok(session.url);
    } catch (error) {
      const isAway = error instanceof ProviderSilent || error instanceof ProviderRefusal;
      if (!isAway) throw error;
      return err(refused('PROVIDER_AWAY'));
    }
  }
}

function checkWish(command: StartGiftCommand): Result<GiftWish, DomainError> {
  if (!command.acceptsCardNotice) return err(refused('CARD_NOTICE_NOT_ACCEPTED'));
  const rhythm = checkCode('rhythm', command.rhythm, RHYTHMS);
  if (!rhythm.ok) return rhythm;
  const fallback = checkCode('fallback', command.fallback, FALLBACKS);
  if (!fallback.ok) return fallback;
  const locale = checkCode('locale', command.locale, DONOR_LOCALES);
  if (!locale.ok) return locale;
  const amount = readGiftAmount(command.amount);
  if (!amount.ok) return amount;
  const { fundId = null, caseCardId = null } = command;
  if ((fundId === null) === (caseCardId === null)) return err(invalidInput('fundId', 'ONE_OF_TWO'));
  if (rhythm.value === 'MONTHLY' && fundId === null) return err(refused('MONTHLY_TO_A_FUND_ONLY'));
  const email = command.email?.trim() ?? '';
  if (email !== '' && !EMAIL.test(email)) return err(invalidInput('email', 'NOT_AN_ADDRESS'));
  return ok({
    rhythm: rhythm.value,
    fundId,
    caseCardId,
    fallback: fallback.value,
    amount: amount.value,
    locale: locale.value,
    email: email === '' ? null : email,
  });
}

/** An amount within the limits of a gift. */
export function readGiftAmount(text: MoneyText): Result<Money, DomainError> {
  const amount = readMoney('amount', text);
  if (!amount.ok) return amount;
  const { minorUnits } = amount.value;
  if (minorUnits < GIFT_LIMITS.leastMinor)
    return err(invalidInput('amount.minorUnits', 'TOO_SMALL'));
  if (minorUnits > GIFT_LIMITS.mostMinor)
    return err(invalidInput('amount.minorUnits', 'TOO_LARGE'));
  return amount;
}
