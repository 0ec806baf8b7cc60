import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';

export const NOTE_LENGTH = 2_000;
export const VENDOR_LENGTH = 300;

/** C0 and C1 controls but line breaks and tabs, and marks that change the direction of writing. */
const FORBIDDEN = /(?![\n\t])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const SHRINK_FACTOR = 4;

/** A note as it may be sealed: normalised, trimmed; null for nothing. Invalid: TOO_LONG, FORBIDDEN_CHARACTER. */
export function checkNote(
  field: string,
  text: string | null | undefined,
  maxLength: number,
): Result<string | null, DomainError> {
  if (text === null || text === undefined) return ok(null);
  if (text.length > maxLength * SHRINK_FACTOR) return err(invalidInput(field, 'TOO_LONG'));
  const lines = text.replace(/\r\n?/g, '\n');
  if (!lines.isWellFormed() || FORBIDDEN.test(lines)) {
    return err(invalidInput(field, 'FORBIDDEN_CHARACTER'));
  }
  const normal = lines.normalize('NFC').trim();
  if ([...normal].length > maxLength) return err(invalidInput(field, 'TOO_LONG'));
  return ok(normal === '' ? null : normal);
}
