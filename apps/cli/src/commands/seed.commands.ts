import { Command, InvalidArgumentError, Option } from 'commander';
import { Client } from 'pg';
import { loadConfig } from '@kinward/platform';
import { openDatabase, seedDemo, seedVolume } from '@kinward/runtime';
import { withContext, withDatabase } from '../support/open-desk.js';
import { say } from '../support/progress.js';
import { printing, type CommandResult } from '../support/result.js';

/** `seed demo` */
export function seedCommands(): Command {
  const group = new Command('seed').description('Invented data.');
  // Said aloud on purpose: the passphrases are public.
  const mode = new Option('--mode <mode>', 'must be "demo"').choices(['demo']);
  printing(
    group
      .command('demo')
      .description('Fill an empty database with the demo, whose passphrases are public.')
      .addOption(mode.makeOptionMandatory()),
    seed,
  );
  printing(
    group
      .command('volume')
      .description(
        'Add invented families for load tests to the demo; goes on where it was stopped.',
      )
      .requiredOption(
        '--cases <number>',
        `how many there are to be, at most ${MOST_CASES}`,
        toCount,
      ),
    seedFamilies,
  );
  return group;
}

/** The largest size the desk is planned for (background.md A7). */
const MOST_CASES = 500_000;
const PROGRESS_EVERY = 5_000;

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > MOST_CASES) {
    throw new InvalidArgumentError(`It is a whole number from 1 to ${MOST_CASES}.`);
  }
  return count;
}

/** Into the database of a running server, or into the embedded one. */
async function seedFamilies({ cases }: { readonly cases: number }): Promise<CommandResult> {
  return withDatabase(async (database, config) => {
    const begun = performance.now();
    const demo = { ...config, mode: 'demo' as const };
    const added = await withContext(database, demo, async (context) => {
      await seedDemo(context, database.addresses);
      return seedVolume(context, cases, ({ done, of }) => {
        if (done % PROGRESS_EVERY === 0 || done === of) say(`${done} of ${of} families`);
      });
    });
    await analyze(database.addresses.adminUrl);
    const seconds = (performance.now() - begun) / 1_000;
    const perSecond = Math.round(added / seconds);
    const text = `${added} families added in ${seconds.toFixed(1)} s, ${perSecond} a second.`;
    return { text, data: { added, seconds, perSecond } };
  });
}

/** Plans made for an empty table stay slow until the next analysis. */
async function analyze(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

/** A running server has seeded already, so this joins none. */
async function seed(): Promise<CommandResult> {
  const config = { ...loadConfig(process.env), mode: 'demo' as const };
  const database = await openDatabase({ config, progress: say, joinRunning: false });
  try {
    const seeded = await withContext(database, config, (context) =>
      seedDemo(context, database.addresses),
    );
    const text = seeded ? 'The demo is in the database.' : 'The demo was there already.';
    return { text, data: { seeded } };
  } finally {
    await database.stop();
  }
}
