import { resolve } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../embedded/startup-error.js';

/** `demo` seeds and shows public passphrases; `production` refuses them (decision 14). */
export type Mode = 'demo' | 'production';

/** Everything an operator may set, checked once at start. */
export interface AppConfig {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  /** Folder of keys, files, logs and, where embedded, the database (decision 32). */
  readonly home: string;
  /** Connection of a role that may create roles; null starts the embedded server. */
  readonly databaseUrl: string | null;
  /** Where the keyring lives; null puts it into a database of its own on the main server. */
  readonly keyringUrl: string | null;
  readonly poolSize: number;
  /** Public signing keys of the trustees, base64; pinned here and never in the database. */
  readonly trusteeKeys: readonly string[] | null;
  /** How many Argon2id runs may go on at once; performance.md: cores − 1. */
  readonly kdfConcurrency: number;
}

const postgresUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol),
    'must be a postgres:// address',
  );

const environment = z.object({
  KINWARD_MODE: z.enum(['demo', 'production']).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  KINWARD_HOME: z.string().min(1).default('.kinward'),
  DATABASE_URL: postgresUrl.optional(),
  KINWARD_KEYRING_URL: postgresUrl.optional(),
  KINWARD_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
  KINWARD_TRUSTEE_KEYS: z
    .string()
    .transform((text) => text.split(','))
    .optional(),
  KINWARD_KDF_CONCURRENCY: z.coerce.number().int().min(1).max(16).default(1),
});

/**
 * Reads the configuration from environment variables.
 * @throws StartupError naming the variable that cannot be used, never its value
 */
export function loadConfig(env: NodeJS.ProcessEnv): AppConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const variable = String(issue?.path[0] ?? 'The environment');
    throw new StartupError(`${variable} cannot be used: ${issue?.message ?? 'not valid'}.`);
  }
  const values = parsed.data;
  const databaseUrl = values.DATABASE_URL ?? null;
  return {
    mode: values.KINWARD_MODE ?? (databaseUrl === null ? 'demo' : 'production'),
    host: values.HOST,
    port: values.PORT,
    home: resolve(values.KINWARD_HOME),
    databaseUrl,
    keyringUrl: values.KINWARD_KEYRING_URL ?? null,
    poolSize: values.KINWARD_POOL_SIZE,
    trusteeKeys: values.KINWARD_TRUSTEE_KEYS ?? null,
    kdfConcurrency: values.KINWARD_KDF_CONCURRENCY,
  };
}
