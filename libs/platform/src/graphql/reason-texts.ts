const texts = new Map<string, string>();

/**
 * Gives each refusal code of a domain its sentence. The type of the argument makes a missing text a
 * compile error (style.md habit 21).
 * @throws Error when the code has another sentence already: which one people read would hang on the order of imports
 */
export function defineReasonTexts<Reason extends string>(entries: Record<Reason, string>): void {
  for (const [reason, text] of Object.entries<string>(entries)) {
    if ((texts.get(reason) ?? text) !== text) throw new Error(`two sentences for ${reason}`);
    texts.set(reason, text);
  }
}

/** The sentence of a refusal code. */
export function textOfReason(reason: string): string {
  return texts.get(reason) ?? 'A rule does not allow this.';
}
