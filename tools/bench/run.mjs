// `npm run bench -- <topic> [--json] [--quick] [--profile FOLDER]`; docs/benchmarks.md is its manual.
import { parseArguments, UsageError } from './frame/arguments.mjs';
import { measure } from './frame/measure.mjs';
import { renderLine, renderTable } from './frame/report.mjs';
import { listTopics, loadTopic } from './topics/index.mjs';

/** Progress goes to the error stream: what stands on the other one may be read by a program. */
const say = (line) => process.stderr.write(`${line}\n`);
const print = (text) => process.stdout.write(`${text}\n`);

async function main(argv) {
  const options = parseArguments(argv);
  if (options.topic === undefined) {
    print(await listTopics());
    return 0;
  }
  const topic = await loadTopic(options.topic);
  const { values, failed } = await measure(topic, { ...options, say });
  if (!options.json) print(`${renderTable(topic, values)}\n`);
  print(renderLine(topic, values));
  return failed ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  say(error.message);
  process.exitCode = 2;
}
