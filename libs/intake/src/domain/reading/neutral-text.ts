/** What was made harmless in a text; the row is accepted all the same. */
export const TEXT_WARNINGS = ['FORMULA_TEXT', 'LONG_TEXT', 'CONTROL_CHARACTERS'] as const;
export type TextWarning = (typeof TEXT_WARNINGS)[number];

/** Longest text, in characters, that a screen shows without folding it. */
export const LONG_TEXT = 10_000;

/** Some tools put this before a text so that a spreadsheet does not calculate it. */
const FORMULA = /^'?\s*[=+\-@]/;
/** Controls but line feed and tab, and direction marks: in no language of ours needed, and good for deceiving. */
const UNSEEN = /(?![\n\t])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A free text as it may be kept: without controls, and with an apostrophe before what a spreadsheet would calculate,
 * so that whoever exports it later runs nothing. A long text stays whole.
 */
export function neutralise(text: string): {
  readonly text: string;
  readonly warnings: readonly TextWarning[];
} {
  const lines = text.replaceAll(/\r\n?/g, '\n').toWellFormed();
  const clean = lines.replaceAll(UNSEEN, '').normalize('NFC').trim();
  const isFormula = FORMULA.test(clean);
  const found: Record<TextWarning, boolean> = {
    FORMULA_TEXT: isFormula,
    LONG_TEXT: [...clean].length > LONG_TEXT,
    CONTROL_CHARACTERS: clean !== lines.normalize('NFC').trim(),
  };
  return {
    text: isFormula && !clean.startsWith("'") ? `'${clean}` : clean,
    warnings: TEXT_WARNINGS.filter((warning) => found[warning]),
  };
}
