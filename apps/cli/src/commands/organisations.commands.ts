import { Command, Option } from 'commander';
import { JURISDICTION_CODES } from '@kinward/jurisdictions';
import { RegisterOrganizationUseCase } from '@kinward/organizations';
import { withDesk, type OperatorDesk } from '../support/open-desk.js';
import { OperatorError } from '../support/operator-error.js';
import { valueOf } from '../support/refusal.js';
import { printing, type CommandResult } from '../support/result.js';

interface AddOptions {
  readonly code: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly timeZone: string;
}

/** `organisations add` */
export function organisationsCommands(): Command {
  const group = new Command('organisations').description('Member organisations of the coalition.');
  const jurisdiction = new Option('--jurisdiction <code>', 'code of its jurisdiction pack');
  printing(
    group
      .command('add')
      .description('Add a member organisation.')
      .requiredOption('--code <code>', 'short and stable, lower case')
      .requiredOption('--name <name>', 'as people see it')
      .addOption(jurisdiction.choices(JURISDICTION_CODES).makeOptionMandatory())
      .requiredOption('--time-zone <zone>', 'IANA zone in which its days are counted'),
    (options: AddOptions) => withDesk((desk) => add(desk, options)),
  );
  return group;
}

async function add(desk: OperatorDesk, options: AddOptions): Promise<CommandResult> {
  const { code, name, jurisdiction, timeZone } = options;
  if ((await desk.directory.organization(code)) !== null) {
    throw new OperatorError('There is an organisation of that code already.');
  }
  const useCase = desk.context.get(RegisterOrganizationUseCase, { strict: false });
  const id = valueOf(await useCase.execute({ code, name, jurisdiction, timeZone }));
  const text = [
    `Added ${code} (${id}).`,
    `Make its recovery key: kinward keys init --add-organisation ${code} --out FOLDER`,
  ].join('\n');
  return { text, data: { organizationId: id, code } };
}
