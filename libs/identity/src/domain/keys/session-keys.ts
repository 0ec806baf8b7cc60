import { createHash, hkdfSync } from 'node:crypto';
import sodium from 'sodium-native';
import { ok } from '@kinward/kernel';
import type { IntegrityError, Result } from '@kinward/kernel';
import { canonicalBytes } from './canonical-bytes.js';
import { PERSON_SECRET_BYTES, joinPersonSecrets, splitPersonSecrets } from './person-keys.js';
import type { PersonSecretKeys } from './person-keys.js';
import { unwrapSecret, wrapSecret } from './secret-wrapping.js';

const SESSION_ID_BYTES = 16;
const SESSION_SECRET_BYTES = 32;

const KEY_BYTES = 32;
const NO_SALT = Buffer.alloc(0);

/** The two halves of a bearer token: one finds the row, the other opens it. */
export interface SessionToken {
  readonly sessionId: Buffer;
  readonly secret: Buffer;
}

/** Where wrapped keys of a session belong. `expiresAt` is UTC and binds to the millisecond. */
export interface SessionPlace {
  readonly sessionIdHash: Buffer;
  readonly personId: string;
  readonly expiresAt: Date;
}

/** Makes a new token; the server keeps neither half of it (security.md § 8.4). */
export function createSessionToken(): SessionToken {
  const sessionId = Buffer.alloc(SESSION_ID_BYTES);
  const secret = Buffer.alloc(SESSION_SECRET_BYTES);
  sodium.randombytes_buf(sessionId);
  sodium.randombytes_buf(secret);
  return { sessionId, secret };
}

/** The text the person carries: base64url(id) "." base64url(secret). It leaves the server once. */
export function formatSessionToken(token: SessionToken): string {
  return `${token.sessionId.toString('base64url')}.${token.secret.toString('base64url')}`;
}

/** Reads a bearer token; `null` for every text that `formatSessionToken` cannot have written. */
export function parseSessionToken(text: string): SessionToken | null {
  const parts = text.split('.');
  if (parts.length !== 2) return null;
  const sessionId = decodePart(parts[0], SESSION_ID_BYTES);
  const secret = decodePart(parts[1], SESSION_SECRET_BYTES);
  return sessionId === null || secret === null ? null : { sessionId, secret };
}

/** SHA-256 of the session id: the row's key, useless to whoever reads the table. */
export function sessionIdHash(sessionId: Buffer): Buffer {
  return createHash('sha256').update(sessionId).digest();
}

/** What the row keeps to check the secret; compare with `isSameVerifier`. */
export function sessionVerifier(secret: Buffer): Buffer {
  return derive(secret, 'kinward/session/verify/v1');
}

/** Opens the person's keys for one request. */
export function sessionWrapKey(secret: Buffer): Buffer {
  return derive(secret, 'kinward/session/wrap/v1');
}

/** Opens the compartment keys a session has cached (decisions.md 7). */
export function sessionCacheKey(secret: Buffer): Buffer {
  return derive(secret, 'kinward/session/cache/v1');
}

/** Wraps a person's secret keys for the length of one session (security.md § 8.4). */
export function wrapSessionKeys(
  input: SessionPlace & { readonly wrapKey: Buffer; readonly secretKeys: PersonSecretKeys },
): Buffer {
  const secret = joinPersonSecrets(input.secretKeys);
  const wrapped = wrapSecret({
    wrappingKey: input.wrapKey,
    secret,
    associatedData: sessionPlaceBytes(input),
  });
  sodium.sodium_memzero(secret);
  return wrapped;
}

/** Opens them again; another session's row, another person or a moved expiry answer INTEGRITY. */
export function unwrapSessionKeys(
  input: SessionPlace & { readonly wrapKey: Buffer; readonly wrapped: Buffer },
): Result<PersonSecretKeys, IntegrityError> {
  const opened = unwrapSecret({
    wrappingKey: input.wrapKey,
    wrapped: input.wrapped,
    secretBytes: PERSON_SECRET_BYTES,
    associatedData: sessionPlaceBytes(input),
  });
  return opened.ok ? ok(splitPersonSecrets(opened.value)) : opened;
}

/** Ends the life of both halves of a token in memory. */
export function wipeSessionToken(token: SessionToken): void {
  sodium.sodium_memzero(token.sessionId);
  sodium.sodium_memzero(token.secret);
}

/** Canonical bytes a session's keys are bound to; exported for the known-answer test. */
export function sessionPlaceBytes(place: SessionPlace): Buffer {
  const { sessionIdHash: idHash, personId, expiresAt } = place;
  return canonicalBytes(['v1', 'sess', idHash, personId, expiresAt.getTime()]);
}

function derive(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, NO_SALT, purpose, KEY_BYTES));
}

function decodePart(text: string | undefined, length: number): Buffer | null {
  if (text === undefined) return null;
  // Buffer.from(text) would lie in Node's shared pool; a secret gets a block of its own.
  const bytes = Buffer.alloc(length);
  const written = bytes.write(text, 'base64url');
  return written === length && bytes.toString('base64url') === text ? bytes : null;
}
