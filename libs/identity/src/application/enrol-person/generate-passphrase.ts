import generate from 'eff-diceware-passphrase';

/** 6 words of a list of 7,776 are 77.5 bits (security.md § 8.3). */
export const PASSPHRASE_WORDS = 6;

/** A new passphrase; people never choose their own (decision 10). */
export function generatePassphrase(): string {
  return generate(PASSPHRASE_WORDS).join(' ');
}
