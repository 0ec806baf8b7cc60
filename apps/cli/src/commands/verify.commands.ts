import { Command } from 'commander';
import { verifyAudit, type BrokenChain } from '@kinward/audit';
import { checkInvariants, type InvariantResult } from '@kinward/ledger';
import { createDataSource, SystemClock, type StatementRunner } from '@kinward/platform';
import type { DataSource } from 'typeorm';
import { withDatabase } from '../support/open-desk.js';
import { printing, type CommandResult } from '../support/result.js';

/** `verify audit`, `verify ledger` */
export function verifyCommands(): Command {
  const group = new Command('verify').description('Proofs that nothing was tampered with.');
  printing(group.command('audit').description('Recompute every chain of the audit trail.'), () =>
    withDatabase(({ addresses }) => withWorker(addresses.workerUrl, verifyAuditTrail)),
  );
  printing(group.command('ledger').description('Check every promise of the books.'), () =>
    withDatabase(({ addresses }) => withWorker(addresses.workerUrl, verifyLedger)),
  );
  return group;
}

/** The worker reads every organisation's rows and opens nothing sealed. */
async function withWorker(
  workerUrl: string,
  work: (source: DataSource) => Promise<CommandResult>,
): Promise<CommandResult> {
  const source = createDataSource({ url: workerUrl, poolSize: 1, entities: [] });
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

async function verifyAuditTrail(source: DataSource): Promise<CommandResult> {
  const { chains, entries, broken } = await verifyAudit(source);
  const counted = `${String(chains)} chains, ${String(entries)} entries that hold`;
  const lines = [`${counted}, ${String(broken.length)} broken chains.`, ...broken.map(toLine)];
  return {
    text: lines.join('\n'),
    data: { chains, entries, broken },
    isFailure: broken.length > 0,
  };
}

async function verifyLedger(source: DataSource): Promise<CommandResult> {
  const db: StatementRunner = {
    query: (sql, parameters = []) => source.query(sql, [...parameters]),
  };
  const results = await checkInvariants(db, new SystemClock().now());
  const broken = results.filter((result) => result.offenders.length > 0);
  const counted = `${String(results.length)} invariants, ${String(broken.length)} broken.`;
  return {
    text: [counted, ...broken.flatMap(toLines)].join('\n'),
    data: { checked: results.map((result) => result.code), broken },
    isFailure: broken.length > 0,
  };
}

function toLines({ code, sentence, offenders }: InvariantResult): string[] {
  const found = offenders.map(({ organizationId, id }) => `    ${id} of ${organizationId}`);
  return [`  ${code}: not true any more: ${sentence}`, ...found];
}

function toLine({ organizationId, shard, sequence, fault }: BrokenChain): string {
  return `  ${organizationId} shard ${String(shard)} at ${sequence}: ${fault}`;
}
