import { Command, CommanderError } from 'commander';
import { StartupError } from '@kinward/platform';
import { docsCommands } from './commands/docs.commands.js';
import { fundingCommands } from './commands/funding.commands.js';
import { importCommands } from './commands/import.commands.js';
import { keysCommands } from './commands/keys.commands.js';
import { organisationsCommands } from './commands/organisations.commands.js';
import { peopleCommands } from './commands/people.commands.js';
import { permissionsCommands } from './commands/permissions.commands.js';
import { schemaCommands } from './commands/schema.commands.js';
import { seedCommands } from './commands/seed.commands.js';
import { storyCommand } from './commands/story/story.command.js';
import { verifyCommands } from './commands/verify.commands.js';
import { OperatorError } from './support/operator-error.js';
import { onResult } from './support/result.js';

const FAILED = 1;
const WRONG_USAGE = 2;

const GROUPS = [
  schemaCommands,
  permissionsCommands,
  docsCommands,
  verifyCommands,
  fundingCommands,
  keysCommands,
  organisationsCommands,
  peopleCommands,
  importCommands,
  seedCommands,
  storyCommand,
];

/**
 * Runs one command line and returns the exit code: 0 done, 1 failed or found something, 2 wrong usage. Standard
 * output gets the result and nothing else.
 */
export async function runProgram(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  onResult((result) => {
    if (result.isFailure === true) exitCode = FAILED;
  });
  try {
    await createProgram().parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    if (!(error instanceof OperatorError || error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return FAILED;
  }
}

function createProgram(): Command {
  const program = new Command('kinward')
    .description('Operator commands. Each prints its result, or one JSON object with --json.')
    .configureHelp({ showGlobalOptions: true, visibleCommands: leaves })
    .exitOverride();
  for (const group of GROUPS) program.addCommand(group());
  exitOverrideAll(program);
  return program;
}

/** At the top, every command with its sentence, and not just the names of the groups. */
function leaves(command: Command): Command[] {
  if (command.parent !== null) return [...command.commands];
  const listed = (name: string, of: Command): Command =>
    new Command(name).description(of.description());
  return command.commands.flatMap((group) =>
    group.commands.length === 0
      ? [listed(group.name(), group)]
      : group.commands.map((leaf) => listed(`${group.name()} ${leaf.name()}`, leaf)),
  );
}

function exitOverrideAll(command: Command): void {
  for (const child of command.commands) {
    child.exitOverride();
    exitOverrideAll(child);
  }
}
