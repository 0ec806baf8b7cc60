import { err, invalidInput, ok } from '@kinward/kernel';
import type { InvalidInputError, Result } from '@kinward/kernel';

export interface TextRule {
  readonly field: string;
  readonly text: string;
  /** In characters (code points) of the normalised text. */
  readonly maxLength: number;
  /** Line breaks and tabs are allowed; a carriage return becomes a line feed. */
  readonly multiline?: boolean;
  /** An empty text is an answer too. */
  readonly optional?: boolean;
}

/** C0 and C1 controls with DEL; line feed and tab are judged apart. */
const CONTROL = /(?![\n\t])\p{Cc}/u;
const LINE_CONTROL = /[\n\t]/;
/**
 * Direction marks and overrides: they make one text look like another, which in a payee's line or a
 * warning is an attack and in no language of ours is needed.
 */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
/** Something to see: a letter, a digit, a sign. Spaces and invisible marks alone are blank. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** Normalising can shrink a text; one that is this many times too long is not worth the work. */
const SHRINK_FACTOR = 4;

/**
 * The text as it may be stored: NFC, ends trimmed. Invalid with `TOO_LONG`, `FORBIDDEN_CHARACTER`
 * (controls, direction marks, half a surrogate pair) or `BLANK`.
 */
export function checkText({
  field,
  text,
  maxLength,
  multiline = false,
  optional = false,
}: TextRule): Result<string, InvalidInputError> {
  if (text.length > maxLength * SHRINK_FACTOR) return err(invalidInput(field, 'TOO_LONG'));
  const lines = multiline ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.isWellFormed() || CONTROL.test(lines) || BIDI.test(lines)) {
    return err(invalidInput(field, 'FORBIDDEN_CHARACTER'));
  }
  if (!multiline && LINE_CONTROL.test(lines))
    return err(invalidInput(field, 'FORBIDDEN_CHARACTER'));
  const normal = lines.normalize('NFC').trim();
  if ([...normal].length > maxLength) return err(invalidInput(field, 'TOO_LONG'));
  if (normal === '' && optional) return ok('');
  return VISIBLE.test(normal) ? ok(normal) : err(invalidInput(field, 'BLANK'));
}
