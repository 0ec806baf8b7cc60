import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './run-command.mjs';

const DATA = '.nx/workspace-data';
const QUIET = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' };

/**
 * Builds the Nx project graph anew. Without a graph the boundary rule skips itself and reports
 * success, so its absence must stop whoever relies on it.
 *
 * @returns `{ projects, dependencies }`: file-level dependencies between projects, or `{ problem }`.
 */
export async function buildProjectGraph(root) {
  const files = ['project-graph.json', 'file-map.json'].map((name) => join(root, DATA, name));
  for (const file of files) rmSync(file, { force: true });

  const { code, output } = await runNode(
    ['node_modules/nx/dist/bin/nx.js', 'graph', `--file=${join(DATA, 'printed-graph.json')}`],
    { cwd: root, env: QUIET },
  );
  if (code !== 0) return { problem: `nx could not build the project graph:\n${output}` };
  if (!files.every(existsSync)) return { problem: 'nx left no project graph behind' };

  const [graph, { fileMap }] = files.map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const projects = Object.values(graph.nodes).map(({ name, data }) => ({
    name,
    root: data.root,
    tags: data.tags ?? [],
  }));
  if (projects.length === 0) return { problem: 'the project graph is empty' };
  return { projects, dependencies: fileDependencies(fileMap.projectFileMap) };
}

/** Every file with the project it lies in and a project it uses. */
function fileDependencies(fileMap) {
  return Object.entries(fileMap).flatMap(([source, files]) =>
    files.flatMap(({ file, deps = [] }) =>
      deps
        .map((dependency) =>
          Array.isArray(dependency) ? (dependency.at(-2) ?? dependency[0]) : dependency,
        )
        .filter((target) => target in fileMap && target !== source)
        .map((target) => ({ source, target, file })),
    ),
  );
}
