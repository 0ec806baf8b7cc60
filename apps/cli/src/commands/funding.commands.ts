import { appendStatement, toAuditEntry } from '@kinward/audit';
import {
  catchUp,
  openGiftWork,
  ProviderRefusal,
  ProviderSilent,
  type GiftWork,
  type Listed,
} from '@kinward/funding';
import {
  createDataSource,
  SystemClock,
  SystemIdGenerator,
  type StatementRunner,
  type StripeSettings,
} from '@kinward/platform';
import { Command } from 'commander';
import type { DataSource, EntityManager } from 'typeorm';
import { withDatabase } from '../support/open-desk.js';
import { OperatorError } from '../support/operator-error.js';
import { say } from '../support/progress.js';
import { printing, type CommandResult } from '../support/result.js';

/** `funding catch-up` */
export function fundingCommands(): Command {
  const group = new Command('funding').description('Money that comes in.');
  const command = group
    .command('catch-up')
    .description(
      'List what the payment provider has to tell, now, and take in what never arrived.',
    );
  printing(command, () =>
    withDatabase(({ addresses }, { stripe }) => {
      if (stripe == null) {
        throw new OperatorError(
          'No payment provider is configured: set KINWARD_STRIPE_KEY and KINWARD_STRIPE_WEBHOOK_SECRET as the server has them.',
        );
      }
      return catchUpNow(addresses.workerUrl, stripe);
    }),
  );
  return group;
}

/**
 * Lists at once what the job lists every hour; the worker books it. Leaves the job's entry in the audit trail where
 * something was missing. @throws OperatorError where the provider or the organisation cannot be asked
 */
export async function catchUpNow(
  workerUrl: string,
  settings: StripeSettings,
): Promise<CommandResult> {
  const source = createDataSource({ url: workerUrl, poolSize: 1, entities: [] });
  await source.initialize();
  try {
    const work = await openWork(source, settings);
    const found: Listed = await list(work);
    if (found.missing > 0) await record(work);
    const counted = `${String(found.listed)} events listed, ${String(found.missing)} of them had never arrived.`;
    const next = found.missing === 0 ? '' : ' The worker books them within a minute.';
    return { text: `${counted}${next}`, data: found };
  } finally {
    await source.destroy();
  }
}

async function openWork(source: DataSource, settings: StripeSettings): Promise<GiftWork> {
  const work = await openGiftWork({
    settings,
    clock: new SystemClock(),
    ids: new SystemIdGenerator(),
    inTransaction: (run) => source.transaction((manager) => run(statementsOf(manager))),
  });
  if (work === null) {
    throw new OperatorError(
      `There is no organisation ${settings.organization}; name the account's own with KINWARD_STRIPE_ORGANIZATION.`,
    );
  }
  return work;
}

async function list(work: GiftWork): Promise<Listed> {
  let last: Listed = { listed: 0, missing: 0 };
  try {
    await catchUp(work, (sofar) => {
      last = sofar;
      say(`${String(sofar.listed)} events listed, ${String(sofar.missing)} missing so far`);
    });
    return last;
  } catch (error) {
    if (!(error instanceof ProviderRefusal || error instanceof ProviderSilent)) throw error;
    const what = error instanceof ProviderSilent ? 'did not answer' : 'refused';
    throw new OperatorError(
      `The payment provider ${what} (${error.code}) after ${String(last.listed)} events or more; what came is kept, and the next listing begins where this one did.`,
    );
  }
}

async function record({ inTransaction, organization, clock }: GiftWork): Promise<void> {
  const entry = toAuditEntry({
    organizationId: organization.id,
    at: clock.now(),
    actorKind: 'SYSTEM',
    actorId: null,
    action: 'GIFT_EVENTS_CAUGHT_UP',
    subjectKind: 'ORGANIZATION',
    subjectId: organization.id,
    reason: 'OPERATOR',
  });
  const { sql, parameters } = appendStatement(entry);
  await inTransaction((db) => db.query(sql, parameters));
}

function statementsOf(manager: EntityManager): StatementRunner {
  return { query: (sql, parameters = []) => manager.query(sql, [...parameters]) };
}
