import type { DomainError, Result } from '@kinward/kernel';
import { OperatorError } from './operator-error.js';

const SENTENCES: Record<string, string> = {
  ALREADY_SUSPENDED: 'That person is suspended already.',
  KEYS_ALREADY_PINNED: 'The public keys are pinned already; nothing was changed.',
  KEY_FILE_EXISTS: 'That folder holds key files already; name an empty one with --out.',
  NOT_A_PINNED_TRUSTEE: 'One of the key files does not belong to a trustee of this desk.',
  NOT_A_CODE: 'The code must be lower-case letters, digits and hyphens, at least two.',
  NOT_SUSPENDED: 'That person is not suspended.',
  PERSON_SUSPENDED: 'That person is suspended; resume first.',
  TWO_TRUSTEES_REQUIRED: 'Two different trustees must sign; give two key files.',
};

/** The value of a use case. @throws OperatorError with the sentence of its refusal */
export function valueOf<T>(result: Result<T, DomainError>): T {
  if (result.ok) return result.value;
  const { error } = result;
  const code = 'reason' in error ? error.reason : error.kind;
  if (error.kind === 'INVALID_INPUT' && SENTENCES[code] === undefined) {
    throw new OperatorError(`The value of ${error.field} cannot be used (${code}).`);
  }
  throw new OperatorError(SENTENCES[code] ?? `Refused (${code}).`);
}
