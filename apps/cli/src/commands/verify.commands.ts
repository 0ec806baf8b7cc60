import { Command } from 'commander';
import { verifyAudit, type BrokenChain } from '@kinward/audit';
import { createDataSource } from '@kinward/platform';
import { withDatabase } from '../support/open-desk.js';
import { printing, type CommandResult } from '../support/result.js';

/** `verify audit` */
export function verifyCommands(): Command {
  const group = new Command('verify').description('Proofs that nothing was tampered with.');
  printing(group.command('audit').description('Recompute every chain of the audit trail.'), () =>
    withDatabase(({ addresses }) => verify(addresses.workerUrl)),
  );
  return group;
}

async function verify(workerUrl: string): Promise<CommandResult> {
  const source = createDataSource({ url: workerUrl, poolSize: 1, entities: [] });
  await source.initialize();
  try {
    const { chains, entries, broken } = await verifyAudit(source);
    const counted = `${String(chains)} chains, ${String(entries)} entries that hold`;
    const lines = [`${counted}, ${String(broken.length)} broken chains.`, ...broken.map(toLine)];
    return {
      text: lines.join('\n'),
      data: { chains, entries, broken },
      isFailure: broken.length > 0,
    };
  } finally {
    await source.destroy();
  }
}

function toLine({ organizationId, shard, sequence, fault }: BrokenChain): string {
  return `  ${organizationId} shard ${String(shard)} at ${sequence}: ${fault}`;
}
