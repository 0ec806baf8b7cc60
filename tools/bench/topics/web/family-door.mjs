import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Visitors of the families' door in a second. */
export const RATE = 200;

/** Milliseconds of each of so many visits of /f, one after the other. */
export async function visitsAlone(port, count) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = [];
  for (let done = 0; done < count; done += 1) times.push(await visit(port, agent));
  agent.destroy();
  return times;
}

/**
 * Milliseconds of each visit while {@link RATE} of them begin every second, whether or not those before have ended.
 */
export async function visitsAtOnce(port, count) {
  const agent = new Agent({ keepAlive: true });
  const startedAt = performance.now();
  const visits = [];
  for (let begun = 0; begun < count; begun += 1) {
    const dueAt = startedAt + (begun * 1_000) / RATE;
    await sleep(Math.max(0, dueAt - performance.now()));
    visits.push(visit(port, agent));
  }
  const times = await Promise.all(visits);
  agent.destroy();
  return times;
}

function visit(port, agent) {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    get({ agent, port, host: '127.0.0.1', path: '/f?l=be' }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`/f answered ${answer.statusCode}`));
      answer.resume().on('end', () => resolve(performance.now() - startedAt));
    }).on('error', reject);
  });
}
