import { pascal, sentence } from './names.mjs';

/** The files of a new, empty domain and what is left for a person to decide. */
export function planDomain({ name }) {
  const folder = `libs/${name}`;
  return {
    mustNotExist: [folder],
    files: {
      [`${folder}/package.json`]: packageJson(name),
      [`${folder}/README.md`]: readme(name),
      [`${folder}/src/index.ts`]: `export { ${pascal(name)}Module } from './${name}.module.js';\n`,
      [`${folder}/src/${name}.module.ts`]: moduleClass(name),
    },
    next: [
      `Give '${name}' its line of edges in tools/eslint-rules/module-edges.mjs.`,
      `Run npm install, so that @kinward/${name} resolves.`,
      `Add ${pascal(name)}Module to the applications that need it.`,
      `Say in ${folder}/README.md what it owns, its invariants, permissions and events.`,
      'Run npm run check -- --only module-graph --write.',
    ],
  };
}

function packageJson(name) {
  const settings = {
    name: `@kinward/${name}`,
    version: '0.1.0',
    private: true,
    type: 'module',
    exports: {
      '.': {
        'kinward-source': './src/index.ts',
        types: './src/index.ts',
        default: './dist/index.js',
      },
    },
    nx: { tags: [`scope:${name}`, 'type:domain'] },
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

function moduleClass(name) {
  return `import { Module } from '@nestjs/common';

/** Wires ${sentence(name).toLowerCase()}; it decides nothing. */
@Module({ providers: [], exports: [] })
export class ${pascal(name)}Module {}
`;
}

function readme(name) {
  return `# @kinward/${name}

What it owns, in two sentences.

## Invariants

What is always true here, and the test that shows it.

## Permissions and events

The operations of docs/permissions.md that it serves; the events it puts into the outbox.
`;
}
