import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { deskEnvironment, end } from '../../frame/server.mjs';
import { DESK_QUERY } from './screen.mjs';

const CHILD = fileURLToPath(new URL('./statements.child.mjs', import.meta.url));

/** Sizes of a page; the number of statements must not depend on it. */
const SIZES = [1, 10, 50];

/**
 * How many statements one request of the queue sends.
 * @throws Error where it depends on the size of the page
 */
export async function countStatements(bench, { home, token }) {
  const env = deskEnvironment({ KINWARD_HOME: home, KINWARD_MODE: 'demo' });
  const child = fork(CHILD, [], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  bench.onClose(() => end(child));
  const ended = once(child, 'exit').then(() => {
    throw new Error('the process that counts statements ended');
  });
  ended.catch(() => undefined);
  const message = async () => (await Promise.race([once(child, 'message'), ended]))[0];
  await message();
  // The first one is not counted: it may note, once a minute, that the session is in use.
  const requests = [1, ...SIZES].map((first) => ({
    query: DESK_QUERY,
    variables: { input: { first } },
  }));
  child.send({ token, requests });
  const { value: answers, error } = await message();
  if (error !== undefined) throw new Error(error);
  const value = answers.slice(1);
  if (value[0] < 1) throw new Error('no statement was counted');
  if (new Set(value).size > 1) throw new Error(`statements grow with the page: ${value}`);
  return value[0];
}
