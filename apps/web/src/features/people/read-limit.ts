import { readAmount } from '../../ui/read-amount';

const NOTHING = /^0+(?:[.,]0{1,2})?$/;
const COUNT = /^\d{1,6}$/;

/** Reads what somebody typed for a setting: whole cents, or a whole number; null where it is neither. */
export function readLimit({ unit }: { readonly unit: string }, text: string): string | null {
  const plain = text.trim();
  if (unit === 'EUR_CENTS') return NOTHING.test(plain) ? '0' : readAmount(plain);
  return COUNT.test(plain) ? String(Number(plain)) : null;
}
