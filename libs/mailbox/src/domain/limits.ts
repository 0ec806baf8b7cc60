/** Longest text that a family sends at once, in characters. */
export const LONGEST_TEXT = 4_000;
/** Longest name or line. */
export const LONGEST_LINE = 120;
/** Days in which somebody else answers a complaint (domain.md, story 59). */
export const COMPLAINT_DAYS = 5;
/** Days without use after which a mailbox is destroyed (security.md § 8.11); the database's own function counts them. */
export const UNUSED_DAYS = 90;
/** Days for which the desk is warned before, where something is open. */
export const WARNING_DAYS = 14;
/** Days without use after which it is warned. */
export const WARNED_AFTER_DAYS = UNUSED_DAYS - WARNING_DAYS;
/** Messages that a page shows, the latest ones. */
export const SHOWN_MESSAGES = 40;

export const COMPLAINT_KINDS = ['HELPER', 'REFUSAL', 'OTHER'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number] | 'APPEAL';
export const OUTSIDE_KINDS = ['REPORT', 'OFFER'] as const;
export type OutsideKind = (typeof OUTSIDE_KINDS)[number];

/** What somebody typed, without what cannot be seen; null where nothing is left or too much came. */
export function plainText(text: unknown, longest: number): string | null {
  if (typeof text !== 'string') return null;
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]/gu, '')
    .trim();
  return plain === '' || plain.length > longest ? null : plain;
}

/** A day so many days later. */
export function addDays(day: string, days: number): string {
  const instant = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return new Date(instant).toISOString().slice(0, 10);
}
