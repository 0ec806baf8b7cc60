/**
 * Makes every attempt once, `parallel` at a time, and tells which ones won.
 *
 * @param {readonly { taskId: string, personId: string }[]} attempts
 * @param {(attempt: { taskId: string, personId: string }, client: number) => Promise<boolean>} claim
 */
export async function raceOf(attempts, parallel, claim) {
  const wins = [];
  let next = 0;
  const begin = performance.now();
  const runner = async (_, client) => {
    while (next < attempts.length) {
      const attempt = attempts[next++];
      if (await claim(attempt, client)) wins.push(attempt);
    }
  };
  await Promise.all(Array.from({ length: parallel }, runner));
  return { wins, seconds: (performance.now() - begin) / 1000 };
}
