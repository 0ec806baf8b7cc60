import { makeWorkerUtils, run } from 'graphile-worker';
import { createDatabase } from '../ledger/books.mjs';

const DATABASE = 'kinward_bench_jobs';
/** The worker's own default would be 1; this is the figure of its documentation and of our design. */
const CONCURRENCY = 10;
const SILENT = { error() {}, warn() {}, info() {}, debug() {} };

/** A job queue as it comes, in a database of its own; a job does nothing. */
export async function openJobQueue(adminUrl) {
  const connectionString = await createDatabase(adminUrl, DATABASE);
  const { Logger } = await import('graphile-worker');
  const logger = new Logger(() => (level, message) => SILENT[level]?.(message));
  const utils = await makeWorkerUtils({ connectionString, logger });
  await utils.migrate();
  return {
    run: async (count) => {
      await utils.withPgClient((client) =>
        client.query(
          `SELECT graphile_worker.add_job('noop', json_build_object('n', n)) FROM generate_series(1, $1) AS n`,
          [count],
        ),
      );
      let done = 0;
      let finish;
      const finished = new Promise((resolve) => (finish = resolve));
      const noop = async () => {
        done += 1;
        if (done === count) finish();
      };
      const begin = performance.now();
      const runner = await run({
        connectionString,
        concurrency: CONCURRENCY,
        noHandleSignals: true,
        logger,
        taskList: { noop },
      });
      await finished;
      const seconds = (performance.now() - begin) / 1000;
      await runner.stop();
      return { count, seconds };
    },
    close: () => utils.release(),
  };
}
