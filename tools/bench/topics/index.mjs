import { UsageError } from '../frame/arguments.mjs';

/** Written out, so that a tool that looks for unused files finds the way. */
const TOPICS = {
  claims: () => import('./claims.mjs'),
  intake: () => import('./intake.mjs'),
  ledger: () => import('./ledger.mjs'),
  live: () => import('./live.mjs'),
  queue: () => import('./queue.mjs'),
  start: () => import('./start.mjs'),
  vault: () => import('./vault.mjs'),
  web: () => import('./web.mjs'),
};

/** @throws UsageError when there is no such topic */
export async function loadTopic(name) {
  if (!Object.hasOwn(TOPICS, name)) {
    throw new UsageError(
      `There is no topic "${name}"; there is ${Object.keys(TOPICS).join(', ')}.`,
    );
  }
  return (await TOPICS[name]()).topic;
}

/** The topics with what they measure, as a text. */
export async function listTopics() {
  const topics = await Promise.all(Object.keys(TOPICS).map(loadTopic));
  const lines = topics.map(({ name, description }) => `  ${name.padEnd(10)}${description}`);
  return ['npm run bench -- <topic> [--json] [--quick] [--profile FOLDER]', '', ...lines].join(
    '\n',
  );
}
