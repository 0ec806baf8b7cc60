import { expect, it } from '@jest/globals';
import { matchLines } from './match-lines';
import type { DisbursementLine } from './payout-row';

function payout(id: string, codename: string, minorUnits: string): DisbursementLine {
  const amount = { __typename: 'Money', minorUnits, currency: 'EUR' } as const;
  return { id, codename, amount } as DisbursementLine;
}
const PAYOUTS = [
  payout('1', 'HERON-41', '6000'),
  payout('2', 'STORK-22', '125000'),
  payout('3', 'HERON-41', '4000'),
  payout('4', 'DIPPER-07', '4000'),
];
const results = (text: string): unknown[] =>
  matchLines(text, PAYOUTS).map(({ result, payout: found, reference }) => [
    result,
    found?.id ?? null,
    reference,
  ]);

it('finds the one payout of an amount, whatever the order of the cells', () => {
  expect(results('KO-2026/14\t60,00\n2026-11-20;EUR 1 250.00;BANK-0042')).toEqual([
    ['FITS', '1', 'KO-2026/14'],
    ['FITS', '2', 'BANK-0042'],
  ]);
});

it('reads what a bank writes as money that has left', () => {
  expect(results('20.11.2026\t-60,00\t4711')).toEqual([['FITS', '1', '4711']]);
});

it('asks for the codename where several payouts have the amount', () => {
  expect(results('K-1\t40.00')).toEqual([['SEVERAL', null, 'K-1']]);
  expect(results('K-1\t40.00\tDIPPER-07\nK-2\t40.00')).toEqual([
    ['FITS', '4', 'K-1'],
    ['FITS', '3', 'K-2'],
  ]);
});

it('gives a payout to one line only', () => {
  expect(results('K-1\t60.00\nK-2\t60.00')).toEqual([
    ['FITS', '1', 'K-1'],
    ['NONE', null, 'K-2'],
  ]);
});

it('takes no name as a reference and skips empty lines', () => {
  expect(results('\nSomebody 1\t60.00\n\t\n')).toEqual([['UNREADABLE', null, '']]);
  expect(results('K-1\tno amount')).toEqual([['UNREADABLE', null, 'K-1']]);
});
