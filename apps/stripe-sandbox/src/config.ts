import type { StripeSandboxOptions } from './sandbox.type.js';

/** What the environment says about a sandbox that is started alone; see the README for the names. */
export function loadConfig(environment: NodeJS.ProcessEnv): StripeSandboxOptions {
  const {
    STRIPE_SANDBOX_PORT: port = '4242',
    STRIPE_SANDBOX_WEBHOOK_URL: url,
    STRIPE_SANDBOX_WEBHOOK_SECRET: secret,
    STRIPE_SANDBOX_STATE_FILE: stateFile = null,
    STRIPE_SANDBOX_PUBLIC_URL: publicUrl,
    STRIPE_SANDBOX_SETTLEMENT_SECONDS: settlement = '30',
  } = environment;
  if ((url === undefined) !== (secret === undefined))
    throw new Error('Set STRIPE_SANDBOX_WEBHOOK_URL and STRIPE_SANDBOX_WEBHOOK_SECRET together.');
  return {
    port: wholeNumber('STRIPE_SANDBOX_PORT', port),
    webhook: url !== undefined && secret !== undefined ? { url, secret } : null,
    stateFile,
    ...(publicUrl !== undefined && { publicUrl }),
    delayedSettlementSeconds: wholeNumber('STRIPE_SANDBOX_SETTLEMENT_SECONDS', settlement),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} is not a whole number: ${text}`);
  return Number(text);
}
