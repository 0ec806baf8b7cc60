import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { ImportSubmissionsUseCase, type Destinations, type Imported } from '@kinward/intake';
import type { DomainError } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { ImportPublicListUseCase } from '@kinward/publication';
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

/** `import kobo`, `import public-list` */
export function importCommands(): Command {
  const group = new Command('import').description(
    'Requests that were written down in the field, and the public list of prisoners.',
  );
  const command = group
    .command('kobo')
    .description('Read a KoboToolbox export (CSV or XLSX) into the inboxes, sealed as it is read.')
    .argument('<file>', 'the export')
    .option('--organisation <code>', 'whose inbox, for a form that does not ask')
    .option('--dry-run', 'say what would happen and write nothing');
  printing(command, (options: KoboOptions, [file = '']) =>
    withDesk((desk) => importKobo(desk, file, options)),
  );
  const list = group
    .command('public-list')
    .description(
      'Put a public list of prisoners, in coarse rows without names, in place of the last one.',
    )
    .argument('<file>', 'CSV with sex, region, year, term, children and, if you like, persons')
    .option('--organisation <code>', 'whose texts are counted against it; otherwise everybody’s');
  printing(list, (options: KoboOptions, [file = '']) =>
    withDesk((desk) => importPublicList(desk, file, options)),
  );
  return group;
}

async function importPublicList(
  { context, directory }: OperatorDesk,
  path: string,
  { organisation }: KoboOptions,
): Promise<CommandResult> {
  const file = await readFile(path, 'utf8');
  const known = await directory.organizations();
  const chosen = known.filter(({ code }) => organisation === undefined || code === organisation);
  if (chosen.length === 0) throw new OperatorError('There is no organisation of that code.');
  const useCase = context.get(ImportPublicListUseCase, { strict: false });
  const unitOfWork = context.get(UnitOfWork, { strict: false });
  const told: { organisation: string; persons: number; rows: number }[] = [];
  for (const { id, code } of chosen) {
    const scope = { organizationId: id, personId: null };
    const result = await unitOfWork.run(scope, () => useCase.execute(file));
    if (!result.ok) throw new OperatorError(listSentence(result.error));
    told.push({ organisation: code, persons: result.value.persons, rows: result.value.cells });
  }
  const lines = told.map(
    (each) =>
      `${each.organisation}: ${String(each.persons)} persons in ${String(each.rows)} rows that differ.`,
  );
  return { text: lines.join('\n'), data: told };
}

/** Where the file is wrong; never what stands there. */
function listSentence(error: DomainError): string {
  if (error.kind !== 'INVALID_INPUT') return 'The list could not be read.';
  const sentences: Readonly<Record<string, string>> = {
    UNKNOWN_COLUMN:
      'The file has a column that is not wanted. Leave names and everything else out.',
    COLUMN_MISSING: 'The file needs the columns sex, region, year, term and children, each once.',
    EMPTY: 'The file has no rows.',
  };
  return sentences[error.reason] ?? `The file holds a value that is not known, in ${error.field}.`;
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
