import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '@kinward/kernel';
import type { AppConfig } from '@kinward/platform';
import { startStripeSandbox, type StripeSandbox } from '@kinward/stripe-sandbox';

const SECRET_BYTES = 24;
/** The organisation of the demonstration that takes gifts by card. */
const ORGANIZATION = 'lantern';
const STATEMENT_NAME = 'DEMO NOTES';

/** The configuration to run with, and the stand-in of the payment provider where one was started. */
export interface CardGifts {
  readonly config: AppConfig;
  readonly sandbox: StripeSandbox | null;
}

/**
 * Without keys of the provider the demonstration starts a stand-in on loopback, which keeps what it did in
 * KINWARD_HOME. No real money can reach it.
 * @param clock what the stand-in goes by, too
 * @param isSeeded false where the demonstration is told from its beginning, and the stand-in begins with it
 */
export async function prepareCardGifts(
  config: AppConfig,
  clock: Clock,
  isSeeded: boolean,
): Promise<CardGifts> {
  if (config.mode !== 'demo' || config.stripe != null) return { config, sandbox: null };
  const folder = join(config.home, 'cache');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stateFile = join(folder, 'stripe-sandbox.json');
  // What an interrupted seeding did there belongs to nobody any more.
  if (!isSeeded) rmSync(stateFile, { force: true });
  const sandbox = await startStripeSandbox({
    ...{ webhook: null, stateFile },
    clock: () => clock.now(),
  });
  const stripe = {
    key: 'sk_test_demo',
    webhookSecret: `whsec_${randomBytes(SECRET_BYTES).toString('base64url')}`,
    organization: ORGANIZATION,
    statementName: STATEMENT_NAME,
    local: { host: '127.0.0.1', port: sandbox.port },
  };
  return { config: { ...config, stripe }, sandbox };
}

/** Lets the stand-in tell the server, once it listens, what happened. @param url without a final slash */
export function pointWebhook({ config, sandbox }: CardGifts, url: string): void {
  if (sandbox === null || config.stripe == null) return;
  sandbox.setWebhook(`${url}/webhooks/stripe`, config.stripe.webhookSecret);
}
