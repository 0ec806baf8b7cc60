import { createHash } from 'node:crypto';
import type { Notes, StoredAnswer } from '../state/notes.js';
import { ApiError } from './api-error.js';

const KEPT_MS = 24 * 3_600_000;

/**
 * Idempotency keys as the API treats them: the first answer is kept with its status, also a 500, and
 * given again for the same request; a key is forgotten after 24 hours of the sandbox's clock.
 */
export class IdempotencyKeys {
  private readonly inUse = new Set<string>();

  constructor(private readonly notes: Notes) {}

  /** The kept answer of this key, if there is one. Throws when the key belongs to something else. */
  recall(key: string, fingerprint: string, nowMs: number): StoredAnswer | undefined {
    if (key.length > 255)
      throw new ApiError(
        400,
        { type: 'idempotency_error', message: 'Idempotency keys have at most 255 characters.' },
        false,
      );
    if (this.inUse.has(key)) throw inUseError(key);
    const answer = this.notes.answers.get(key);
    if (!answer || nowMs - answer.storedAt > KEPT_MS) return undefined;
    if (answer.fingerprint !== fingerprint) throw otherParameters(key);
    return answer;
  }

  hold(key: string): void {
    this.inUse.add(key);
  }

  letGo(key: string): void {
    this.inUse.delete(key);
  }

  keep(key: string, answer: StoredAnswer): void {
    this.notes.answers.set(key, answer);
  }
}

/** What makes two requests the same: method, path and parameters. */
export function fingerprintOf(method: string, path: string, body: string): string {
  return createHash('sha256').update(`${method} ${path}\n${body}`).digest('base64url');
}

function inUseError(key: string): ApiError {
  return new ApiError(
    409,
    {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: `There is currently another in-progress request using this Idempotency Key: ${key}.`,
    },
    false,
  );
}

function otherParameters(key: string): ApiError {
  return new ApiError(
    400,
    {
      type: 'idempotency_error',
      message:
        'Keys for idempotent requests can only be used with the same parameters they were first ' +
        `used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    },
    false,
  );
}
