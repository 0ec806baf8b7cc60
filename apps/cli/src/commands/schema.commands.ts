import { Command } from 'commander';
import { ENTITIES } from '@kinward/runtime';
import { buildGraphqlInterface, printSorted } from '../support/graphql-interface.js';
import { say } from '../support/progress.js';
import { printing, type CommandResult } from '../support/result.js';
import { findDrift } from '../support/schema-drift.js';
import { writeSource } from '../support/source-tree.js';
import { withFreshDatabase } from '../support/temporary-database.js';

const FILE = 'libs/contracts/schema.graphql';

/** `schema print|write|drift` */
export function schemaCommands(): Command {
  const group = new Command('schema').description('The GraphQL schema and the tables behind it.');
  printing(
    group.command('print').description('Print the GraphQL schema; needs no database.'),
    async () => {
      const schema = await sortedSchema();
      return { text: schema, data: { schema } };
    },
  );
  printing(group.command('write').description(`Write the GraphQL schema to ${FILE}.`), async () => {
    writeSource(FILE, `${await sortedSchema()}\n`);
    return { text: `Wrote ${FILE}.`, data: { file: FILE } };
  });
  printing(
    group
      .command('drift')
      .description('Compare the entities with a freshly migrated database; fails with the SQL.'),
    drift,
  );
  return group;
}

async function sortedSchema(): Promise<string> {
  const { schema } = await buildGraphqlInterface();
  return printSorted(schema);
}

async function drift(): Promise<CommandResult> {
  const statements = await withFreshDatabase(say, (adminUrl) => findDrift(adminUrl, ENTITIES));
  const isFailure = statements.length > 0;
  const text = isFailure
    ? ['The entities differ from the migrations:', ...statements].join('\n')
    : `The migrations make what ${String(ENTITIES.length)} entities describe.`;
  return { text, data: { entities: ENTITIES.length, statements }, isFailure };
}
