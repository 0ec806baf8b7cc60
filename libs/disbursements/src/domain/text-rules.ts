import { err, invalidInput, ok, type InvalidInputError, type Result } from '@kinward/kernel';

/** Controls but line breaks and tabs, direction overrides, zero width: what can make a text lie about itself. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

/** A line such as a payee or an account, and a text such as a reason. */
export const LINE_LENGTH = 200;
export const TEXT_LENGTH = 2_000;

/** Trims a required text; INVALID_INPUT with EMPTY, TOO_LONG or FORBIDDEN_CHARACTER. */
export function checkText(
  field: string,
  text: string,
  maxLength: number,
): Result<string, InvalidInputError> {
  const trimmed = text.trim();
  if (trimmed === '') return err(invalidInput(field, 'EMPTY'));
  if (trimmed.length > maxLength) return err(invalidInput(field, 'TOO_LONG'));
  return FORBIDDEN.test(trimmed) ? err(invalidInput(field, 'FORBIDDEN_CHARACTER')) : ok(trimmed);
}

/** The same for a text that may be missing. */
export function checkOptionalText(
  field: string,
  text: string | null | undefined,
  maxLength: number,
): Result<string | null, InvalidInputError> {
  return text == null || text.trim() === '' ? ok(null) : checkText(field, text, maxLength);
}
