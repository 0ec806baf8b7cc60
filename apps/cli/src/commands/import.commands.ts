import { Command } from 'commander';
import { ImportSubmissionsUseCase, type Destinations, type Imported } from '@kinward/intake';
import type { DomainError } from '@kinward/kernel';
import { withDesk, type OperatorDesk } from '../support/open-desk.js';
import { OperatorError } from '../support/operator-error.js';
import { rowsRead } from '../support/progress.js';
import { printing, type CommandResult } from '../support/result.js';
import { importSentence } from './import/import-sentences.js';
import { describeImport } from './import/describe-import.js';

interface KoboOptions {
  readonly organisation?: string;
  readonly dryRun?: boolean;
}

/** `import kobo` */
export function importCommands(): Command {
  const group = new Command('import').description('Requests that were written down in the field.');
  const command = group
    .command('kobo')
    .description('Read a KoboToolbox export (CSV or XLSX) into the inboxes, sealed as it is read.')
    .argument('<file>', 'the export')
    .option('--organisation <code>', 'whose inbox, for a form that does not ask')
    .option('--dry-run', 'say what would happen and write nothing');
  printing(command, (options: KoboOptions, [file = '']) =>
    withDesk((desk) => importKobo(desk, file, options)),
  );
  return group;
}

async function importKobo(
  desk: OperatorDesk,
  path: string,
  { organisation, dryRun = false }: KoboOptions,
): Promise<CommandResult> {
  const destinations = await destinationsOf(desk, organisation);
  const useCase = desk.context.get(ImportSubmissionsUseCase, { strict: false });
  const startedAt = performance.now();
  const result = await useCase.execute({
    source: { kind: 'FILE', path },
    destinations,
    importer: null,
    dryRun,
    onProgress: rowsRead,
  });
  if (!result.ok) throw new OperatorError(sentenceOf(result.error));
  const { report }: Imported = result.value;
  const seconds = (performance.now() - startedAt) / 1_000;
  return { text: describeImport(report, seconds, dryRun), data: report.toJson() };
}

async function destinationsOf(
  { directory }: OperatorDesk,
  code: string | undefined,
): Promise<Destinations> {
  const organizations = await directory.organizations();
  if (code === undefined) return { kind: 'BY_FORM', organizations };
  const organization = organizations.find((each) => each.code === code);
  if (organization === undefined) throw new OperatorError('There is no organisation of that code.');
  return { kind: 'NAMED', organization };
}

function sentenceOf(error: DomainError): string {
  return importSentence('reason' in error ? error.reason : error.kind);
}
