import { pascal, RefusedRequest } from './names.mjs';

const REGISTER = 'migrations/src/migrations.ts';
const IMPORT = /^import \{ \w+ \} from '\.\/(\d+)-.+';$/gm;

/**
 * The file of a new migration and its line at the end of the history.
 *
 * @param read reads a file of the workspace
 * @param now milliseconds; the timestamp is later than every one in the history even if clocks differ
 */
export function planMigration({ name, read, now }) {
  const register = read(REGISTER);
  const imports = [...register.matchAll(IMPORT)];
  const last = imports.at(-1);
  const end = register.lastIndexOf('\n];');
  if (last === undefined || end === -1)
    throw new RefusedRequest(`${REGISTER} is not the list of migrations it should be.`);
  if (imports.some(([line]) => line.endsWith(`-${name}.js';`)))
    throw new RefusedRequest(`There is a migration named "${name}" already.`);

  const timestamp = Math.max(now, ...imports.map(([, earlier]) => Number(earlier) + 1));
  const file = `${timestamp}-${name}`;
  const className = `${pascal(name)}${timestamp}`;
  const afterImports = last.index + last[0].length;
  return {
    mustNotExist: [`migrations/src/${file}.ts`],
    files: { [`migrations/src/${file}.ts`]: migration(className) },
    edits: {
      [REGISTER]:
        `${register.slice(0, afterImports)}\nimport { ${className} } from './${file}.js';` +
        `${register.slice(afterImports, end)}\n  ${className},${register.slice(end)}`,
    },
    next: [
      'Write both directions and the header: why it is needed, and what undoing it loses.',
      'Expand, back-fill, contract: never remove in the migration that adds the replacement.',
      'Run npm run check -- --only build --only drift.',
    ],
  };
}

function migration(className) {
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: which rule or screen needs this, and which step of expand, back-fill, contract it is.
 * Undo: what \`down\` does, and what is lost by it.
 */
export class ${className} implements MigrationInterface {
  readonly name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`
      DO $$ BEGIN RAISE EXCEPTION '${className} is not written yet'; END $$;
    \`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(\`
      DO $$ BEGIN RAISE EXCEPTION '${className} is not written yet'; END $$;
    \`);
  }
}
`;
}
