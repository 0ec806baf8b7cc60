import { expect, it } from '@jest/globals';
import { csvOf } from './csv';
import { filterRows, nextOrder, sortRows, type Column } from './table-rows';

interface Line {
  readonly name: string;
  readonly amount: string;
}
const COLUMNS: readonly Column<Line>[] = [
  { key: 'name', title: 'Name', value: ({ name }) => name },
  {
    key: 'amount',
    title: 'Amount',
    isNumber: true,
    value: ({ amount }) => amount,
    text: ({ amount }) => `EUR ${amount.replace('1250', '1,250')}`,
  },
];
const ROWS: readonly Line[] = [
  { name: 'Łapa 10', amount: '1250.00' },
  { name: 'Żuraw 9', amount: '-5.50' },
  { name: 'Bocian', amount: '' },
  { name: 'Zwierz', amount: '90071992547409931.01' },
  { name: 'Czapla', amount: '-10.00' },
  { name: 'Dudek', amount: '90071992547409931.02' },
];

const amounts = (isDown: boolean): string[] =>
  sortRows(ROWS, COLUMNS, { key: 'amount', isDown }, 'pl').map(({ amount }) => amount);

it('sorts amounts exactly, however large, with the empty ones last in both directions', () => {
  const up = ['-10.00', '-5.50', '1250.00', '90071992547409931.01', '90071992547409931.02'];
  expect(amounts(false)).toEqual([...up, '']);
  expect(amounts(true)).toEqual([...up.toReversed(), '']);
});

it('sorts words by the language of the page', () => {
  const names = sortRows(ROWS, COLUMNS, { key: 'name', isDown: false }, 'pl');
  expect(names.map(({ name }) => name[0])).toEqual(['B', 'C', 'D', 'Ł', 'Z', 'Ż']);
});

it('leaves the order of the rows where nobody chose one, and comes back to it', () => {
  expect(sortRows(ROWS, COLUMNS, null, 'en')).toBe(ROWS);
  const first = nextOrder(null, 'name');
  const second = nextOrder(first, 'name');
  expect([first, second, nextOrder(second, 'name')]).toEqual([
    { key: 'name', isDown: false },
    { key: 'name', isDown: true },
    null,
  ]);
  expect(nextOrder(second, 'amount')).toEqual({ key: 'amount', isDown: false });
});

it.each([
  ['zuraw', ['Żuraw 9']],
  ['1,250', ['Łapa 10']],
  ['1250', ['Łapa 10']],
  ['EUR 1 250', ['Łapa 10']],
  ['eur dud', ['Dudek']],
  ['nobody', []],
])('finds what is shown: %s', (filter, names) => {
  expect(filterRows(ROWS, COLUMNS, filter).map(({ name }) => name)).toEqual(names);
});

it('exports no cell that a spreadsheet would run', () => {
  const lines = csvOf(COLUMNS, [{ name: '=HYPERLINK("x")', amount: '-5.50' }]).split('\r\n');
  expect(lines[1]).toBe(`"'=HYPERLINK(""x"")",-5.50`);
});
