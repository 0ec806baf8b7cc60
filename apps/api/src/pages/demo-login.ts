/** One person of the demonstration whose passphrase is public on purpose (decisions.md 14). */
export interface DemoLogin {
  /** Role in any spelling: `FINANCE_OFFICER`, `finance officer`, `finance-officer`. */
  readonly role: string;
  readonly displayName: string;
  readonly organization: string;
  readonly email: string;
  readonly passphrase: string;
}

/** The one spelling used in addresses and as a key: lower case, words joined by hyphens. */
export function roleKeyOf(role: string): string {
  return role
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** The role as a reader says it: "finance officer". */
export function roleWordsOf(role: string): string {
  return roleKeyOf(role).replaceAll('-', ' ');
}

/** The same at the start of a line: "Finance officer". */
export function roleTitleOf(role: string): string {
  const words = roleWordsOf(role);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
