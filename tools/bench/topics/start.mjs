import { execFileSync } from 'node:child_process';
import { constants, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isInstalledAsLocked } from '../../bootstrap/installed-packages.mjs';
import { descendantsOf, readProcesses, residentMb } from '../frame/processes.mjs';
import { deskEnvironment, end, launch } from '../frame/server.mjs';
import { median } from '../frame/statistics.mjs';
import { freePort, ROOT, temporaryFolder } from '../frame/workspace.mjs';

/** What "at rest" means: this long after the desk was ready, with nobody using it (milliseconds). */
const REST_MS = 10_000;

export const topic = {
  name: 'start',
  description: 'npm start on a fresh checkout with its packages installed, and once more',
  figures: [
    { key: 'first_start_s', unit: 's', goal: { atMost: 60 }, says: 'compile, database, demo' },
    { key: 'second_start_s', unit: 's', goal: { atMost: 5 }, says: 'the same folder again' },
    {
      key: 'rss_mb',
      unit: 'MB',
      goal: { atMost: 400 },
      says: 'server process at rest, the larger',
    },
  ],

  async prepare(bench) {
    const folder = temporaryFolder(bench, 'kinward bench');
    const modules = join(folder, 'node_modules');
    bench.say('Copying the installed packages (not counted) …');
    const copying = { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE };
    await cp(join(ROOT, 'node_modules'), modules, copying);
    return [
      {
        name: 'start',
        keys: this.figures.map(({ key }) => key),
        prepare: async () => ({
          rounds: bench.quick ? 1 : 3,
          variants: { start: (round) => startTwice(bench, join(folder, `copy ${round}`), modules) },
          figures: figuresOf,
        }),
      },
    ];
  },
};

function figuresOf({ start }) {
  const resident = start.flatMap(({ first, second }) => [first.residentMb, second.residentMb]);
  return {
    first_start_s: median(start.map(({ first }) => first.readyMs)) / 1000,
    second_start_s: median(start.map(({ second }) => second.readyMs)) / 1000,
    rss_mb: resident.includes(null) ? 'skipped: there is no /proc here' : Math.max(...resident),
  };
}

async function startTwice(bench, checkout, modules) {
  copySources(checkout);
  renameSync(modules, join(checkout, 'node_modules'));
  try {
    if (!isInstalledAsLocked(checkout)) {
      throw new Error('the installed packages are not those of package-lock.json; run npm ci');
    }
    const first = await startOnce(bench, checkout);
    const second = await startOnce(bench, checkout);
    return { first, second };
  } finally {
    renameSync(join(checkout, 'node_modules'), modules);
    rmSync(checkout, { recursive: true, force: true });
  }
}

/** The working tree as a commit of it would be: tracked files and new ones, without what is ignored. */
function copySources(target) {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const names = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 });
  for (const name of names.split('\0').filter((path) => path && existsSync(join(ROOT, path)))) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    cpSync(join(ROOT, name), join(target, name), { verbatimSymlinks: true });
  }
}

async function startOnce(bench, checkout) {
  const port = await freePort();
  const home = join(checkout, 'own home');
  const env = deskEnvironment({ KINWARD_HOME: home, PORT: String(port) });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const endIt = (child) => end(child, serverOf(child.pid).pid);
  const onChild = (started) => bench.onClose(() => endIt(started));
  const { child, readyMs } = await launch(npm, ['start'], { cwd: checkout, env, port, onChild });
  try {
    await delay(bench.quick ? REST_MS / 5 : REST_MS);
    const { pid } = serverOf(child.pid);
    return { readyMs, residentMb: residentMb(pid) };
  } finally {
    await endIt(child);
  }
}

/** npm starts a shell, which starts the bootstrap, which starts the server: whoever has PostgreSQL as a child. */
function serverOf(npm) {
  const family = descendantsOf(npm, readProcesses());
  const postmaster = family.find(({ name }) => name === 'postgres');
  return family.find(({ pid }) => pid === postmaster?.parent) ?? { pid: npm };
}
