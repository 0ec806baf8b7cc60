import { dirname } from 'node:path';
import { build } from './build.mjs';
import { fileSizes } from './file-sizes.mjs';
import { format } from './format.mjs';
import { docs, drift, permissions } from './generated.mjs';
import { layers } from './layers.mjs';
import { lint } from './lint.mjs';
import { moduleGraph } from './module-graph.mjs';
import { readOptions, USAGE } from './options.mjs';
import { personalData } from './personal-data.mjs';
import { projectTags } from './project-tags.mjs';
import { runSteps } from './run-steps.mjs';
import { schema } from './schema.mjs';
import { tests } from './tests.mjs';
import { types } from './types.mjs';
import { unused } from './unused.mjs';

const STEPS = [
  format,
  projectTags,
  fileSizes,
  personalData,
  lint,
  types,
  layers,
  moduleGraph,
  build,
  schema,
  drift,
  permissions,
  docs,
  unused,
  tests,
];

async function main(argv) {
  const options = readOptions(
    argv,
    STEPS.map(({ name }) => name),
  );
  if (options.help) return console.log(USAGE);
  if (options.list) return STEPS.forEach(({ name, says }) => console.log(`${name}: ${says}`));

  const start = performance.now();
  const root = dirname(dirname(import.meta.dirname));
  const steps = STEPS.filter(({ name }) => options.names.includes(name));
  const failed = await runSteps(steps, { root, ...options }, console.log);

  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    failed.length === 0
      ? `\nall ${steps.length} checks passed in ${seconds} s`
      : `\n${failed.length} of ${steps.length} checks failed in ${seconds} s: ${failed.join(', ')}`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
}

await main(process.argv.slice(2)).catch((error) => {
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
});
