import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { OperatorError } from '../../support/operator-error.js';
import { Teller } from './teller.js';
import { tellStory } from './tell-story.js';
import { Undo } from './undo.js';

interface Options {
  readonly file?: string;
  readonly seed: number;
  readonly keep?: boolean;
  readonly plain?: boolean;
  readonly json?: boolean;
}

const INTERRUPTED = 130;
/** For what was being built when the signal came. */
const PATIENCE_MS = 8_000;
const MOST_SEED = 0xffff_ffff;

/** `story` */
export function storyCommand(): Command {
  const command = new Command('story')
    .description('Tell the main job line by line, on a temporary desk of its own.')
    .option('--file <file>', 'begin with this field file instead of an invented one')
    .option('--seed <number>', 'invent the same family again', toSeed, 1)
    .option('--keep', 'leave the home at the end and say where it is')
    .option('--plain', 'no colours')
    .option('--json', 'print one JSON object per line');
  return command.action(() => tell(command.opts<Options>()));
}

async function tell(options: Options): Promise<void> {
  const { file = null, seed, keep = false, plain = false, json = false } = options;
  if (file !== null && !existsSync(file)) throw new OperatorError('There is no such file.');
  const colour = !plain && process.stdout.isTTY;
  const teller = new Teller({ json, colour, write: (text) => process.stdout.write(text) });
  const undo = new Undo();
  const telling = tellStory({ file, seed, keep }, teller, undo);
  const signal = heardSignal();
  try {
    await Promise.race([telling, signal.heard]);
  } catch (error) {
    if (error instanceof OperatorError) teller.stopped(error.message);
    throw error;
  } finally {
    await undo.takeDown();
    if (signal.isHeard()) {
      // What was being built when the signal came stops at its next step; it must not lose its ground before.
      await Promise.race([telling.catch(() => undefined), sleep(PATIENCE_MS)]);
      await undo.takeDown();
    }
    undo.removeFolders();
    signal.forget();
  }
  if (signal.isHeard()) process.exit(INTERRUPTED);
}

/** Ctrl-C and a termination signal end the story early; a second one ends the process at once. */
function heardSignal() {
  let tell: () => void = () => undefined;
  let isHeard = false;
  const heard = new Promise<void>((resolve) => (tell = resolve));
  const onSignal = (): void => {
    isHeard = true;
    tell();
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const forget = (): void => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
  return { heard, isHeard: () => isHeard, forget };
}

function toSeed(text: string): number {
  const seed = Number(text);
  if (Number.isInteger(seed) && seed >= 0 && seed <= MOST_SEED) return seed;
  throw new InvalidArgumentError(`It is a whole number from 0 to ${String(MOST_SEED)}.`);
}
