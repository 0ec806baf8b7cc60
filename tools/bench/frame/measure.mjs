import { mkdirSync } from 'node:fs';
import { watchOthers } from './noise.mjs';
import { installPeers } from './peers.mjs';
import { runRounds } from './rounds.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Prepares a topic, runs its parts and cleans up, also on Ctrl-C and when something nobody waits for fails. A part that fails costs its own
 * figures only.
 *
 * A topic has `name`, `description`, `figures` (`{ key, says, unit, goal }`), `needsPeers`, and
 * `prepare(bench)`, which returns its parts: `{ name, keys, prepare() }`. Preparing a part gives
 * `{ rounds, variants, figures(samples) }`, the last one (which may take its time) telling the values by key. A value is a
 * number, a boolean, or a text that says why there is none.
 *
 * @returns {Promise<{ values: Record<string, unknown>, failed: boolean }>}
 */
export async function measure(topic, { say, quick, profile }) {
  const cleaning = [];
  const cleanUp = async () => {
    for (let work = cleaning.pop(); work !== undefined; work = cleaning.pop()) await work();
  };
  let interrupted;
  const interrupt = (exitCode) => {
    // Connections to what is ended now break, some without anybody waiting; only the clean-up counts.
    process.on('uncaughtException', () => {});
    interrupted ??= cleanUp().finally(() => process.exit(exitCode));
  };
  const onSignal = () => interrupt(130);
  const onCrash = (error) => {
    say(error.stack);
    interrupt(1);
  };
  for (const signal of SIGNALS) process.once(signal, onSignal);
  process.once('uncaughtException', onCrash);
  const othersUsed = watchOthers();
  try {
    if (profile !== undefined) mkdirSync(profile, { recursive: true });
    const peers = topic.needsPeers ? await installPeers(say) : { skipped: null };
    const bench = { say, quick, profile, peers, onClose: (work) => cleaning.push(work) };
    const outcome = await runParts(await topic.prepare(bench), {
      say,
      isOver: () => interrupted !== undefined,
    });
    say(othersUsed());
    return outcome;
  } finally {
    // What was ended under the running part makes it fail; the clean-up is waited for all the same.
    await (interrupted ?? cleanUp());
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off('uncaughtException', onCrash);
  }
}

async function runParts(parts, { say, isOver }) {
  const outcome = { values: {}, failed: false };
  for (const { name, keys, prepare } of parts) {
    if (isOver()) break;
    try {
      const { rounds, variants, figures } = await prepare();
      const progress = (round) => rounds <= 10 && say(`  ${name}: round ${round + 1} of ${rounds}`);
      if (rounds > 10) say(`  ${name}: ${rounds} rounds`);
      Object.assign(outcome.values, await figures(await runRounds({ variants, rounds, progress })));
    } catch (error) {
      say(`  ${name} failed: ${error.stack}`);
      outcome.failed = true;
      for (const key of keys) outcome.values[key] = `failed: ${error.message}`;
    }
  }
  return outcome;
}
