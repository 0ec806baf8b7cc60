import { resolve } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../embedded/startup-error.js';

/** `demo` seeds and shows public passphrases; `production` refuses them (decision 14). */
export type Mode = 'demo' | 'production';

/** How the payment provider is reached. */
export interface StripeSettings {
  readonly key: string;
  /** Of the one webhook endpoint. */
  readonly webhookSecret: string;
  /** Code of the organisation whose account it is: money that arrives there is in its books. */
  readonly organization: string;
  /** What card statements show of a gift, so that donors read it before they pay. Absent: something neutral. */
  readonly statementName?: string | null;
  /** Address of a stand-in on this machine; null talks to the provider itself. */
  readonly local: { readonly host: string; readonly port: number } | null;
}

/** How mail leaves. */
export interface MailSettings {
  /** smtp:// or smtps://, with user and password where the server wants them. */
  readonly url: string;
  /** Sender's address; should say nothing of what the desk is. */
  readonly from: string;
}

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
  /** Off for a PgBouncer older than 1.21 in transaction mode, which cannot keep names (decision 28). Absent: on. */
  readonly preparedStatements?: boolean;
  /** Off executes every GraphQL operation with graphql-js. Absent: on. */
  readonly graphqlJit?: boolean;
  /** Absent or null: no gifts by card, unless the demonstration starts its stand-in. */
  readonly stripe?: StripeSettings | null;
  /** Absent or null: pings are seen in the app only. */
  readonly mail?: MailSettings | null;
  /** Where donors' browsers find this server, without a final slash. Absent: loopback at the port. */
  readonly publicUrl?: string | null;
  /** What the web application calls itself in titles and on home screens; something neutral. Absent: Desk. */
  readonly pageName?: string;
  /** Code of the organisation that the families' door at /f belongs to. Absent: the only one there is, or none. */
  readonly familyOrganization?: string | null;
  /** Manifests of documents that production executes besides those of its own pages. Absent: none. */
  readonly documentManifests?: readonly string[];
}

const postgresUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol),
    'must be a postgres:// address',
  );

const onOff = z
  .enum(['on', 'off'])
  .default('on')
  .transform((value) => value === 'on');

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
  KINWARD_PREPARED_STATEMENTS: onOff,
  KINWARD_GRAPHQL_JIT: onOff,
  KINWARD_STRIPE_KEY: z.string().min(8).max(300).optional(),
  KINWARD_STRIPE_WEBHOOK_SECRET: z.string().min(8).max(300).optional(),
  KINWARD_STRIPE_ORGANIZATION: z.string().min(1).max(60).default('lantern'),
  KINWARD_STRIPE_STATEMENT_NAME: z
    .string()
    .regex(/^(?=.*[A-Za-z])[\w .-]{5,22}$/)
    .optional(),
  KINWARD_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  KINWARD_MAIL_FROM: z.email().optional(),
  KINWARD_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  KINWARD_DOCUMENTS: z
    .string()
    .transform((text) => text.split(',').map((path) => path.trim()))
    .optional(),
  KINWARD_FAMILY_ORGANIZATION: z.string().min(1).max(60).optional(),
  KINWARD_PAGE_NAME: z.string().trim().min(1).max(30).default('Desk'),
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
    preparedStatements: values.KINWARD_PREPARED_STATEMENTS,
    graphqlJit: values.KINWARD_GRAPHQL_JIT,
    stripe: stripeOf(values),
    mail: mailOf(values),
    publicUrl: values.KINWARD_PUBLIC_URL?.replace(/\/$/, '') ?? null,
    familyOrganization: values.KINWARD_FAMILY_ORGANIZATION ?? null,
    pageName: values.KINWARD_PAGE_NAME,
    documentManifests: values.KINWARD_DOCUMENTS ?? [],
  };
}

/** Half a configuration would take gifts that nobody books. */
function stripeOf(values: z.output<typeof environment>): StripeSettings | null {
  const { KINWARD_STRIPE_KEY: key, KINWARD_STRIPE_WEBHOOK_SECRET: webhookSecret } = values;
  if (key === undefined && webhookSecret === undefined) return null;
  if (key === undefined || webhookSecret === undefined) {
    const missing = key === undefined ? 'KINWARD_STRIPE_KEY' : 'KINWARD_STRIPE_WEBHOOK_SECRET';
    throw new StartupError(`${missing} is missing: set both Stripe variables or none.`);
  }
  return {
    ...{ key, webhookSecret, local: null },
    organization: values.KINWARD_STRIPE_ORGANIZATION,
    statementName: values.KINWARD_STRIPE_STATEMENT_NAME ?? null,
  };
}

function mailOf(values: z.output<typeof environment>): MailSettings | null {
  const { KINWARD_SMTP_URL: url, KINWARD_MAIL_FROM: from } = values;
  if (url === undefined && from === undefined) return null;
  if (url === undefined || from === undefined) {
    const missing = url === undefined ? 'KINWARD_SMTP_URL' : 'KINWARD_MAIL_FROM';
    throw new StartupError(`${missing} is missing: set both mail variables or none.`);
  }
  return { url, from };
}
