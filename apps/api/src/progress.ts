import type { AppConfig } from '@kinward/platform';
import { DEMO_LINKS, DEMO_MAILBOXES } from '@kinward/runtime';
import { demoLogins } from './demo-logins.js';

/** Prints a line of progress. */
export function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

/** Runs a step of the start and tells how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const value = await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`✓ ${name} (${seconds} s)\n`);
  return value;
}

/** Tells where the desk is and, in demo mode, how to sign in. */
export function announce(config: AppConfig, address: string): void {
  const lines = ['', `Kinward is ready at ${address}`];
  if (config.mode === 'demo') {
    lines.push('', 'Demo mode: invented data, public passphrases. One login for each role:', '');
    for (const login of demoLogins()) {
      lines.push(`  ${login.role.padEnd(19)}${login.email.padEnd(36)}${login.passphrase}`);
    }
    lines.push('', `Families come without a login, at ${address}/f, with eight words:`, '');
    for (const { key, words } of DEMO_MAILBOXES) {
      lines.push(`  ${FAMILIES[key].padEnd(19)}${words.code.join(' ')}`);
    }
    lines.push('', 'Donors see what their gift did by a private link:', '');
    for (const key of ['MONTHLY', 'CARD'] as const) {
      lines.push(`  ${DONORS[key].padEnd(19)}${address}/gift#${DEMO_LINKS[key]}`);
    }
  }
  lines.push('', 'Stop with Ctrl-C.', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What the donors of the demonstration did, in a word or two. */
const DONORS = { MONTHLY: 'gives every month', CARD: 'gave to a card' } as const;

/** What the families of the demonstration do, in a word or two. */
const FAMILIES = {
  ASKED: 'asks for help',
  TALKING: 'has an answer',
  COMPLAINING: 'has complained',
} as const;
