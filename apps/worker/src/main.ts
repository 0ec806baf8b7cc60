import { join } from 'node:path';
import { createLogger, loadConfig, StartupError } from '@kinward/platform';
import { openDatabase, startWorker } from '@kinward/runtime';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The background work as a process of its own, beside servers that answer requests. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const database = await openDatabase({ config, progress: say, joinRunning: true });
  const worker = await startWorker({
    workerUrl: database.addresses.workerUrl,
    logger: createLogger(join(config.home, 'logs', 'kinward-worker.log')),
    stripe: config.stripe ?? null,
    mail: config.mail == null ? null : { settings: config.mail, serverKeys: database.serverKeys },
  });
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    say('Stopping …');
    await worker.stop();
    await database.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void (stopping ??= stop()));
  }
  say('The worker is at work. Stop with Ctrl-C.');
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
