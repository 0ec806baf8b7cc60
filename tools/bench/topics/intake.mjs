import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deskEnvironment, profileFlags, startDesk } from '../frame/server.mjs';
import { median, ratioOfRounds } from '../frame/statistics.mjs';
import { load, ROOT, temporaryFolder } from '../frame/workspace.mjs';
import { sealOnly } from './intake/seal-only.mjs';

/** Rows of the file of one round. */
const ROWS = { full: 10_000, quick: 1_000 };
/** Families of one round. */
const CASES = { full: 5_000, quick: 600 };
const ROUNDS = { full: 3, quick: 1 };

export const topic = {
  name: 'intake',
  description: 'a field file into the inboxes, and families for load tests',
  figures: [
    {
      key: 'import_rows_per_s',
      unit: '/s',
      goal: { atLeast: 500 },
      says: 'rows of a CSV export, from the start of the command to its end',
    },
    {
      key: 'import_vs_sealing',
      unit: '',
      says: 'the same ÷ two sealed boxes of libsodium for each row and nothing else',
    },
    { key: 'sealing_rows_per_s', unit: '/s', says: 'that limit' },
    {
      key: 'volume_cases_per_s',
      unit: '/s',
      goal: { atLeast: 500 },
      says: 'families with keys, envelopes and needs, from the start of the command to its end',
    },
  ],

  async prepare(bench) {
    const keys = this.figures.map(({ key }) => key);
    return [{ name: 'intake', keys, prepare: () => prepareIntake(bench) }];
  },
};

async function prepareIntake(bench) {
  const size = bench.quick ? 'quick' : 'full';
  const { makeKoboFile } = await load('apps/cli/dist/commands/story/kobo-file.js');
  const desk = await startDesk(bench);
  const folder = temporaryFolder(bench, 'kinward-bench-files');
  let round = 0;
  let families = 0;
  return {
    rounds: ROUNDS[size],
    variants: {
      imported: async () => {
        round += 1;
        const path = join(folder, `round-${round}.csv`);
        writeFileSync(path, makeKoboFile(1_000 + round, new Date(), ROWS[size]).csv);
        const { seconds, answer } = await command(bench, desk, ['import', 'kobo', path]);
        if (answer.accepted < ROWS[size] * 0.9) throw new Error('the file was not taken');
        return { count: ROWS[size], seconds };
      },
      sealed: () => sealOnly(ROWS[size]),
      volume: async () => {
        families += CASES[size];
        const order = ['seed', 'volume', '--cases', String(families)];
        const { seconds, answer } = await command(bench, desk, order);
        // A number whose codename an imported family drew by chance stays without a family.
        if (answer.added < CASES[size] * 0.99) throw new Error('families are missing');
        return { count: answer.added, seconds };
      },
    },
    figures: ({ imported, sealed, volume }) => ({
      import_rows_per_s: median(imported.map(rate)),
      import_vs_sealing: ratioOfRounds(imported, sealed, rate),
      sealing_rows_per_s: median(sealed.map(rate)),
      volume_cases_per_s: median(volume.map(rate)),
    }),
  };
}

const rate = ({ count, seconds }) => count / seconds;

/** Runs a command beside the server, as an operator would. */
function command(bench, { home }, args) {
  const flags = profileFlags(bench.profile, args[0]);
  const program = join(ROOT, 'apps/cli/dist/main.js');
  const env = deskEnvironment({ KINWARD_HOME: home, KINWARD_MODE: 'demo' });
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, program, ...args, '--json'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    bench.onClose(() => child.kill());
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.on('error', reject);
    child.on('close', () => {
      const seconds = (performance.now() - startedAt) / 1_000;
      try {
        resolve({ seconds, answer: JSON.parse(text) });
      } catch (cause) {
        reject(new Error(`${args.join(' ')} said nothing that can be read`, { cause }));
      }
    });
  });
}
