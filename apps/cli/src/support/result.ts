import type { Command } from 'commander';

/** What a command found or did. */
export interface CommandResult {
  /** For people, without the last line break. */
  readonly text: string;
  /** For programs. */
  readonly data: object;
  /** True where what was found makes the command fail. */
  readonly isFailure?: boolean;
}

let heard: (result: CommandResult) => void = () => undefined;

/** Is told every result that is printed. */
export function onResult(listener: (result: CommandResult) => void): void {
  heard = listener;
}

/** Gives a command its `--json` and prints what `run` returns for its options and arguments. */
export function printing<Options extends object>(
  command: Command,
  run: (options: Options, args: readonly string[]) => Promise<CommandResult> | CommandResult,
): Command {
  return command.option('--json', 'print one JSON object').action(async () => {
    const options: Options & { json?: boolean } = command.opts();
    const result = await run(options, command.args);
    const text = options.json === true ? JSON.stringify(result.data) : result.text;
    if (text !== '') process.stdout.write(`${text}\n`);
    heard(result);
  });
}
