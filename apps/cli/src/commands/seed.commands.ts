import { Command, Option } from 'commander';
import { loadConfig } from '@kinward/platform';
import { openDatabase, seedDemo } from '@kinward/runtime';
import { withContext } from '../support/open-desk.js';
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
  return group;
}

/** A running server has seeded already, so this joins none. */
async function seed(): Promise<CommandResult> {
  const config = { ...loadConfig(process.env), mode: 'demo' as const };
  const database = await openDatabase({ config, progress: say, joinRunning: false });
  try {
    const seeded = await withContext(database, config, (context) =>
      seedDemo(context, database.addresses.adminUrl),
    );
    const text = seeded ? 'The demo is in the database.' : 'The demo was there already.';
    return { text, data: { seeded } };
  } finally {
    await database.stop();
  }
}
