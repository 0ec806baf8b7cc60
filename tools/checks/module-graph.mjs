import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProjectGraph } from './project-graph.mjs';
import { TEST_FILE } from './workspace.mjs';

const DOCUMENT = 'docs/module-graph.md';
const GROUPS = [
  ['app', 'Applications'],
  ['composition', 'Composition'],
  ['domain', 'Domains'],
  ['platform', 'Platform'],
  ['kernel', 'Kernel'],
  ['contract', 'Contract'],
  ['migrations', 'Migrations'],
  ['testing', 'Testing'],
];

const shortName = (name) => name.replace(/^@kinward\//, '');
const nodeId = (name) => shortName(name).replaceAll('-', '_');

/**
 * The committed chart of project edges, so that a new edge shows in the diff of the change that
 * makes it. Edges of test files are left out: nearly every test uses `testing`.
 */
export function renderModuleGraph({ projects, dependencies }) {
  const edges = new Set(
    dependencies
      .filter(({ file }) => !TEST_FILE.test(file))
      .map(({ source, target }) => `  ${nodeId(source)} --> ${nodeId(target)}`),
  );
  const groups = GROUPS.flatMap(([type, title]) => {
    const members = projects
      .filter(({ tags }) => tags.includes(`type:${type}`))
      .map(({ name }) => `    ${nodeId(name)}["${shortName(name)}"]`)
      .sort();
    return members.length === 0 ? [] : [`  subgraph ${type} ["${title}"]`, ...members, '  end'];
  });
  return [
    '# Which project uses which',
    '',
    'Generated from the imports of production code; `npm run check -- --only module-graph --write`',
    'renews it. Allowed edges are in `tools/eslint-rules/module-edges.mjs`.',
    '',
    '```mermaid',
    'graph LR',
    ...groups,
    ...[...edges].sort(),
    '```',
    '',
  ].join('\n');
}

export const moduleGraph = {
  name: 'module-graph',
  says: `${DOCUMENT} shows the edges there are`,
  async run({ root, write }) {
    const graph = await buildProjectGraph(root);
    if (graph.problem !== undefined) return { problems: [graph.problem] };

    const file = join(root, DOCUMENT);
    const fresh = renderModuleGraph(graph);
    if (existsSync(file) && readFileSync(file, 'utf8') === fresh) return { problems: [] };
    if (!write) return { problems: [`${DOCUMENT} is out of date: run again with --write`] };
    writeFileSync(file, fresh);
    return { problems: [], notes: [`wrote ${DOCUMENT}`] };
  },
};
