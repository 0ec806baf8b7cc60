import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { InitKeysUseCase } from '@kinward/runtime';
import { withDesk, type OperatorDesk } from '../support/open-desk.js';
import { OperatorError } from '../support/operator-error.js';
import { valueOf } from '../support/refusal.js';
import { printing, type CommandResult } from '../support/result.js';

interface InitOptions {
  readonly trustees: number;
  readonly out: string;
  readonly addOrganisation?: string;
}

const FEWEST_TRUSTEES = 2;
const MOST_TRUSTEES = 16;

const ADVICE = [
  'Give each trustee one of the trustee files and keep no copy: two of them together certify people. Recovery files',
  'open the cases of a whole organisation: take them off this machine now and lock them away, until they are split',
  'among the trustees. Nothing on this machine can make these files again.',
];

/** `keys init` */
export function keysCommands(): Command {
  const group = new Command('keys').description('Keys of trustees and of recovery.');
  printing(
    group
      .command('init')
      .description("Make the trustees' keys and each organisation's recovery key, once.")
      .requiredOption('--out <folder>', 'where the secret halves are written, to be taken away')
      .option('--trustees <number>', 'how many trustees', toTrusteeCount, 3)
      .option('--add-organisation <code>', 'only a recovery key, for an organisation added later'),
    (options: InitOptions) => withDesk((desk) => init(desk, options)),
  );
  return group;
}

async function init(desk: OperatorDesk, options: InitOptions): Promise<CommandResult> {
  const { addOrganisation: code, trustees } = options;
  const useCase = desk.context.get(InitKeysUseCase);
  const folder = resolve(options.out);
  const organizations = (await desk.directory.organizations()).filter(
    (organization) => code === undefined || organization.code === code,
  );
  if (code !== undefined && organizations.length === 0) {
    throw new OperatorError('There is no organisation of that code.');
  }
  const written = valueOf(
    code === undefined
      ? useCase.execute({ trustees, organizations, folder })
      : useCase.addOrganization({ organizations, folder }),
  );
  const files = [...written.trusteeFiles, ...written.recoveryFiles];
  const text = [...files.map((file) => `Wrote ${file}`), '', ...ADVICE].join('\n');
  return { text, data: written };
}

function toTrusteeCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= FEWEST_TRUSTEES && count <= MOST_TRUSTEES) return count;
  throw new InvalidArgumentError(
    `It must be a number from ${String(FEWEST_TRUSTEES)} to ${String(MOST_TRUSTEES)}.`,
  );
}
