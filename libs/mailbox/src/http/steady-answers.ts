import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between the instants at which a sent page may be answered: longer than the work behind any of them. */
export const ANSWER_GRID_MS = 600;

/** Waits for the next such instant, so that the time of an answer says nothing about what it found. */
export async function onTheGrid<T>(work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const answer = await work();
  const passed = performance.now() - startedAt;
  await sleep(Math.ceil(passed / ANSWER_GRID_MS) * ANSWER_GRID_MS - passed);
  return answer;
}
