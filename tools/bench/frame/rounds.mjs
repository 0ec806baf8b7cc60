/**
 * Runs variants one after the other, round by round, in reversed order every second round: what the
 * machine does besides, and who comes after whom, then weighs on all of them alike.
 *
 * @param {{ variants: Record<string, (round: number) => Promise<unknown>>, rounds: number,
 *   progress?: (round: number) => void }} plan
 * @returns {Promise<Record<string, unknown[]>>} one sample per variant and round
 */
export async function runRounds({ variants, rounds, progress = () => {} }) {
  const names = Object.keys(variants);
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    progress(round);
    const order = round % 2 === 0 ? names : [...names].reverse();
    for (const name of order) samples[name].push(await variants[name](round));
  }
  return samples;
}
