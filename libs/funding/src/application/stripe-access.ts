import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '@kinward/platform';
import { StripeGateway } from '../infrastructure/stripe/stripe.gateway.js';
import { WebhookVerifier } from '../infrastructure/stripe/webhook-verifier.js';

/** The way to the payment provider, where one is configured. */
@Injectable()
export class StripeAccess {
  readonly gateway: StripeGateway | null;
  readonly verifier: WebhookVerifier | null;
  /** Code of the organisation whose account it is. */
  readonly organization: string | null;
  /** What card statements show, as the operator says; null where they did not. */
  readonly statementName: string | null;
  /** Where donors' browsers find this server. */
  readonly publicUrl: string;

  constructor(@Inject(APP_CONFIG) config: AppConfig) {
    const settings = config.stripe ?? null;
    this.gateway = settings === null ? null : new StripeGateway(settings);
    this.verifier = settings === null ? null : new WebhookVerifier(settings);
    this.organization = settings?.organization ?? null;
    this.statementName = settings?.statementName ?? null;
    this.publicUrl = config.publicUrl ?? `http://127.0.0.1:${String(config.port)}`;
  }
}
