import { setTimeout } from 'node:timers/promises';
import { DatabaseError, type Client } from 'pg';

/**
 * The database roles (security.md § 4.1). `kinward_owner` owns every table and nobody logs in as it;
 * `kinward_app` and `kinward_worker` are the only ones that serve requests and jobs; `kinward_gate`
 * owns the two look-ups that must work before an organisation is known.
 */
export const LOGIN_ROLES = ['kinward_app', 'kinward_worker'] as const;
const SILENT_ROLES = ['kinward_owner', 'kinward_gate'] as const;

export type LoginRole = (typeof LOGIN_ROLES)[number];

/** Any fixed number: keeps two starting servers from creating the same roles at once. */
const ROLES_LOCK = 4_731_001;
/** "tuple concurrently updated": the lock is one database's, roles are the whole server's, and so two may still meet. */
const CHANGED_MEANWHILE = 'XX000';
const MOST_TRIES = 8;
const PAUSE_MS = 25;

/**
 * Creates missing roles and sets the passwords of those that log in. Safe to repeat.
 * @param admin a connection whose role may create roles
 * @param passwords in clear; the server stores them hashed
 */
export async function ensureRoles(
  admin: Client,
  passwords: Record<LoginRole, string>,
): Promise<void> {
  await admin.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK]);
  try {
    const { rows } = await admin.query<{ rolname: string }>(
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'kinward\\_%'`,
    );
    const existing = new Set(rows.map((row) => row.rolname));
    for (const role of SILENT_ROLES) {
      if (!existing.has(role)) await admin.query(`CREATE ROLE ${role} NOLOGIN`);
    }
    for (const role of LOGIN_ROLES) {
      await setLoginRole(admin, role, passwords[role], existing.has(role));
    }
    await admin.query(`GRANT kinward_owner, kinward_gate, kinward_worker TO CURRENT_USER`);
    await admin.query(`GRANT kinward_gate, kinward_worker TO kinward_owner`);
  } finally {
    await admin.query('SELECT pg_advisory_unlock($1)', [ROLES_LOCK]);
  }
}

/**
 * Makes sure that a serving role may log in on the keyring's server, which may be another one.
 * @param password in clear; the server stores it hashed
 */
export async function ensureLoginRole(
  admin: Client,
  role: LoginRole,
  password: string,
): Promise<void> {
  await admin.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK]);
  try {
    const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    await setLoginRole(admin, role, password, rowCount === 1);
  } finally {
    await admin.query('SELECT pg_advisory_unlock($1)', [ROLES_LOCK]);
  }
}

async function setLoginRole(
  admin: Client,
  role: LoginRole,
  password: string,
  exists: boolean,
): Promise<void> {
  const verb = exists ? 'ALTER' : 'CREATE';
  const statement = `${verb} ROLE ${role} LOGIN PASSWORD ${admin.escapeLiteral(password)}`;
  for (let tries = 1; ; tries += 1) {
    try {
      await admin.query(statement);
      return;
    } catch (error) {
      const isMeanwhile = error instanceof DatabaseError && error.code === CHANGED_MEANWHILE;
      if (!isMeanwhile || tries === MOST_TRIES) throw error;
      await setTimeout(tries * PAUSE_MS);
    }
  }
}
