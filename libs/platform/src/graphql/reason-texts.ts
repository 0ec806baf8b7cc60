const texts = new Map<string, string>();

/**
 * Gives each refusal code of a domain its sentence. The type of the argument makes a missing text a
 * compile error (style.md habit 21).
 */
export function defineReasonTexts<Reason extends string>(entries: Record<Reason, string>): void {
  for (const [reason, text] of Object.entries<string>(entries)) texts.set(reason, text);
}

/** The sentence of a refusal code. */
export function textOfReason(reason: string): string {
  return texts.get(reason) ?? 'A rule does not allow this.';
}
