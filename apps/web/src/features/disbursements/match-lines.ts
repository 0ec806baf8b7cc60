import { readAmount } from '../../ui/read-amount';
import type { DisbursementLine } from './payout-row';

/** One pasted line of a bank statement or cash count, and the payout that it stands for, if there is just one. */
export interface MatchedLine {
  /** Its place in what was pasted, from 1. */
  readonly number: number;
  readonly reference: string;
  /** Minor units; null where no cell is an amount. */
  readonly minorUnits: string | null;
  readonly payout: DisbursementLine | null;
  readonly result: 'FITS' | 'SEVERAL' | 'NONE' | 'UNREADABLE';
}

/** What the desk takes as a reference: numbers with a short prefix, no name and no word. */
const REFERENCE = /^(?=.*\d)(?!.*[A-Za-z]{5})[A-Za-z0-9][A-Za-z0-9/_-]{2,39}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/;
const CURRENCY = /^EUR\s*|\s*EUR$|^-|^−/g;

/**
 * Reads rows as a spreadsheet gives them (cells between tabs or semicolons): a reference, an amount, and, where several
 * payouts have the same amount, a codename. A payout is given to one line at most.
 */
export function matchLines(
  text: string,
  payouts: readonly DisbursementLine[],
): readonly MatchedLine[] {
  const taken = new Set<string>();
  const lines = text.split(/\r?\n/).flatMap((line, index) => {
    const cells = line.split(/[\t;]/).map((cell) => cell.trim());
    return cells.some((cell) => cell !== '') ? [{ cells, number: index + 1 }] : [];
  });
  return lines.map(({ cells, number }) => {
    const codename = cells.find((cell) => payouts.some((payout) => payout.codename === cell));
    const others = cells.filter((cell) => cell !== codename && !DAY.test(cell));
    // An amount has a point or a comma; a bare number is taken as one only where nothing else is.
    const amounts = others.filter((cell) => readAmount(cell.replaceAll(CURRENCY, '')) !== null);
    const amount = amounts.find((cell) => /[.,]\d{1,2}\D*$/.test(cell)) ?? amounts.at(-1);
    const reference = others.find((cell) => cell !== amount && REFERENCE.test(cell)) ?? '';
    const minorUnits = amount === undefined ? null : readAmount(amount.replaceAll(CURRENCY, ''));
    const seen = { number, reference, minorUnits };
    if (minorUnits === null || reference === '') {
      return { ...seen, payout: null, result: 'UNREADABLE' };
    }
    const fitting = payouts.filter(
      (payout) =>
        !taken.has(payout.id) &&
        payout.amount.minorUnits === minorUnits &&
        (codename === undefined || payout.codename === codename),
    );
    const [payout] = fitting;
    if (payout === undefined) return { ...seen, payout: null, result: 'NONE' };
    if (fitting.length > 1) return { ...seen, payout: null, result: 'SEVERAL' };
    taken.add(payout.id);
    return { ...seen, payout, result: 'FITS' };
  });
}
