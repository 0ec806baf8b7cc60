import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeToOthers } from '../embedded/home.js';
import { StartupError } from '../embedded/startup-error.js';

const KEY_BYTES = 32;

/**
 * The server's own keys, all derived from one file in KINWARD_HOME/keys. They protect what unattended work must
 * read (e-mail addresses of staff and donors) and pepper what it compares; nothing about a family opens with them.
 */
export interface ServerKeys {
  /** Mixed into sign-in verifiers, so that a dump alone cannot test passphrases. */
  readonly pepper: Buffer;
  /** Keys the look-up hashes of e-mail addresses and rate limits. */
  readonly lookup: Buffer;
  /** Seals staff e-mail addresses and display names. */
  readonly staff: Buffer;
  /** Seals donors' e-mail addresses. */
  readonly donor: Buffer;
  /** Marks challenges as the server's own, and names people to authenticators. */
  readonly challenge: Buffer;
  /** Passwords of the database roles that log in. */
  readonly databasePassword: (role: string) => string;
}

/** Opens the key file, creating it on the first start. */
export function loadServerKeys(home: string): ServerKeys {
  const folder = join(home, 'keys');
  const file = join(folder, 'server.key');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeToOthers(home);
    createOnce(file);
    const root = readFileSync(file);
    if (root.length !== KEY_BYTES) {
      throw new StartupError(`The key file ${file} is damaged; restore it from your backup.`);
    }
    return deriveServerKeys(root);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new StartupError(`KINWARD_HOME ${home} cannot be written (${code}).`);
  }
}

/** Two processes may start at once: the complete file appears under its name or not at all. */
function createOnce(file: string): void {
  const draft = `${file}.${String(process.pid)}`;
  try {
    readFileSync(file);
  } catch {
    writeFileSync(draft, randomBytes(KEY_BYTES), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }
}

/** Derives each key with its own label (HKDF-SHA256, RFC 5869). */
export function deriveServerKeys(root: Buffer): ServerKeys {
  const derive = (label: string): Buffer =>
    Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `kinward/v1/${label}`, KEY_BYTES));
  return {
    pepper: derive('pepper'),
    lookup: derive('lookup'),
    staff: derive('staff'),
    donor: derive('donor'),
    challenge: derive('challenge'),
    databasePassword: (role) => derive(`database/${role}`).toString('base64url'),
  };
}
