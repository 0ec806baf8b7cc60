import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cluster } from './cluster.js';
import { createPassword, passwordPath, readPassword } from './home.js';
import { findPrograms, SHARED_ROOT } from './programs.js';
import { canEnter, serviceAccount, type Account } from './service-account.js';
import { reasonOf, StartupError } from './startup-error.js';

const DATA_FOLDER = 'postgres';

/**
 * Decides who runs PostgreSQL, from which programs and on which folder: the home itself, or, for
 * root in a place that the service account cannot enter, a folder of its own under
 * /var/lib/kinward, which is said through `progress`.
 */
export function placeCluster(
  home: string,
  settings: Readonly<Record<string, string>>,
  progress: (line: string) => void,
): Cluster {
  const shared = join(SHARED_ROOT, createHash('sha256').update(home).digest('hex').slice(0, 16));
  const account = serviceAccount([join(shared, DATA_FOLDER), join(home, DATA_FOLDER)]);
  const location = account ? openLocation({ home, shared, account, progress }) : home;
  const data = join(location, DATA_FOLDER);
  return {
    programs: findPrograms(account, progress),
    location,
    data,
    logFile: join(home, 'logs', 'postgres.log'),
    superuserPassword: passwordFor({ home, location, data, progress }),
    account,
    settings,
  };
}

function openLocation(place: {
  home: string;
  shared: string;
  account: Account;
  progress: (line: string) => void;
}): string {
  const { home, shared, account, progress } = place;
  if (!existsSync(join(shared, DATA_FOLDER))) {
    letThrough(home, account);
    if (canEnter(home, account)) return home;
  }
  try {
    mkdirSync(shared, { recursive: true, mode: 0o755 });
    letThrough(shared, account);
  } catch (error) {
    throw new StartupError(`Kinward cannot make ${shared} for its database: ${reasonOf(error)}.`);
  }
  progress(
    `The database is kept in ${shared}, because its user ${account.name} cannot enter ${home}.`,
  );
  return shared;
}

/**
 * Root's folder stays closed to everybody; the account's group may only pass through it, not list
 * it, to reach the data directory inside. Folders of other users are left as they are.
 */
function letThrough(folder: string, account: Account): void {
  const { uid, gid, mode } = statSync(folder);
  if (uid !== 0 || (gid === account.gid && (mode & 0o777) === 0o710)) return;
  chownSync(folder, 0, account.gid);
  chmodSync(folder, 0o710);
}

function passwordFor(place: {
  home: string;
  location: string;
  data: string;
  progress: (line: string) => void;
}): string {
  const { home, location, data, progress } = place;
  const password = readPassword(home);
  if (password) return password;
  if (existsSync(join(data, 'PG_VERSION'))) {
    if (location === home) {
      throw new StartupError(
        `The database in ${data} cannot be opened, because its password file ${passwordPath(home)} is gone; restore it from a backup, or move the folder away to begin anew.`,
      );
    }
    // The home was removed, and with it the keys: this data belongs to nothing any more.
    const aside = join(dirname(data), `${DATA_FOLDER}.left-${Date.now()}`);
    renameSync(data, aside);
    progress(`The database of a home that was removed is now ${aside}; delete it when not needed.`);
  }
  return createPassword(home);
}
