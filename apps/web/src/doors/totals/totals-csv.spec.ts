import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';
import { totalsCsv } from './totals-csv';

const t = ((key: string) => `“${key}”, so`) as unknown as TFunction;
const line = (needGroup: string, needLabel: string) => ({
  __typename: 'TotalsLine' as const,
  ...{ needGroup, needLabel, people: 25 },
  amount: { __typename: 'Money' as const, minorUnits: '500', currency: 'EUR' },
});

describe('the file of the totals', () => {
  it('says what the page says, exactly, and holds no formula', () => {
    const months = [
      {
        __typename: 'PublicMonth' as const,
        month: '2026-08',
        lines: [line('CHD', ''), line('ODD', '=1+1')],
      },
    ];
    const totals = { __typename: 'PublicTotals' as const, organizationName: 'Lantern', months };
    expect(totalsCsv(t, totals)).toBe(
      '\uFEFFmonth,code,kind,people,amount,currency\r\n' +
        '2026-08,CHD,"“doors:group.CHD”, so",25,5.00,EUR\r\n' +
        "2026-08,ODD,'=1+1,25,5.00,EUR\r\n",
    );
  });
});
