import { Command } from 'commander';
import { parsePermissionTable, renderPermissions } from '@kinward/platform';
import { buildGraphqlInterface } from '../support/graphql-interface.js';
import {
  declaredOperations,
  permissionProblems,
  schemaOperations,
} from '../support/operation-declarations.js';
import { printing, type CommandResult } from '../support/result.js';
import { readSource, writeSource } from '../support/source-tree.js';

const PAGE = 'docs/permissions.md';
const GENERATED = 'libs/platform/src/permissions/permissions.generated.ts';

/** `permissions check|generate` */
export function permissionsCommands(): Command {
  const group = new Command('permissions').description('Who may call which operation.');
  printing(
    group.command('check').description(`Check that ${PAGE}, the schema and the resolvers agree.`),
    check,
  );
  printing(group.command('generate').description(`Write ${GENERATED} from ${PAGE}.`), () => {
    writeSource(GENERATED, renderPermissions(readSource(PAGE)));
    return { text: `Wrote ${GENERATED}.`, data: { file: GENERATED } };
  });
  return group;
}

async function check(): Promise<CommandResult> {
  const page = readSource(PAGE);
  const rows = parsePermissionTable(page);
  const { schema, classes } = await buildGraphqlInterface();
  const problems = permissionProblems({
    rows,
    schema: schemaOperations(schema),
    declared: declaredOperations(classes),
  });
  if (readSource(GENERATED) !== renderPermissions(page)) {
    problems.unshift(
      `${GENERATED} is out of date: run \`npm run kinward -- permissions generate\``,
    );
  }
  const built = schemaOperations(schema).length;
  const text =
    problems.length > 0
      ? problems.join('\n')
      : `${PAGE} rules all ${String(built)} operations of the schema.`;
  return { text, data: { operations: built, problems }, isFailure: problems.length > 0 };
}
