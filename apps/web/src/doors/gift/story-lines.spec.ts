import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createInstance } from 'i18next';
import { storyLines } from './story-lines';

const eur = (minorUnits: string) => ({
  __typename: 'Money' as const,
  ...{ minorUnits, currency: 'EUR' },
});
const NOTHING = {
  ...{ waiting: eur('0'), reserved: eur('0'), spent: eur('0') },
  ...{ delivered: eur('0'), confirmed: eur('0') },
};
type Spending = Parameters<typeof storyLines>[1];
type Line = Spending['lines'][number];
const line = (group: string | null, sums: Partial<Line>): Line => ({
  ...{ __typename: 'MySpendingLine', group, label: null },
  ...NOTHING,
  ...sums,
});
const spending = (
  given: string,
  returned: string,
  lines: readonly Line[],
  families: number | null = null,
): Spending => ({
  __typename: 'MySpending',
  ...{ given: eur(given), returned: eur(returned), fee: eur('0'), lines, families },
});

const told = (language: 'en' | 'lt', of: Spending): string => {
  const path = join(import.meta.dirname, `../locales/${language}.json`);
  const texts = JSON.parse(readFileSync(path, 'utf8')) as object;
  const words = createInstance({
    ...{ lng: language, initAsync: false, interpolation: { escapeValue: false } },
    resources: { [language]: { doors: texts } },
  });
  void words.init();
  return storyLines({ t: words.t, language }, of).join(' ');
};

describe('what a gift did, in one breath', () => {
  it('says what reached families and for what, then what waits', () => {
    const lines = [
      line('CHD', { delivered: eur('1500') }),
      line('MED', { confirmed: eur('2500') }),
      line(null, { waiting: eur('1000') }),
    ];
    expect(told('en', spending('5000', '0', lines))).toBe(
      'EUR 40.00 of your EUR 50.00 has reached families: children, health. EUR 10.00 waits for a need.',
    );
    expect(told('lt', spending('5000', '0', lines))).toMatch(
      /^EUR 40,00 iš jūsų EUR 50,00 pasiekė/,
    );
  });

  it('says how many families they are where that is told', () => {
    const lines = [line('CHD', { delivered: eur('4000') }), line(null, { waiting: eur('1000') })];
    expect(told('en', spending('5000', '0', lines, 2))).toBe(
      'EUR 40.00 of your EUR 50.00 has reached 2 families: children. EUR 10.00 waits for a need.',
    );
    expect(told('en', spending('5000', '0', lines, 1))).toContain(
      'has reached one family: children.',
    );
    expect(told('lt', spending('5000', '0', lines, 21))).toContain('pasiekė 21 šeimą');
  });

  it('says everything that is still under way, what is nearest to a family first, and what went back', () => {
    const lines = [
      line('MED', { reserved: eur('1000'), spent: eur('500') }),
      line(null, { waiting: eur('500') }),
    ];
    expect(told('en', spending('5000', '3000', lines))).toBe(
      'Your EUR 50.00 has arrived here and has not reached a family yet. EUR 5.00 is on its way. ' +
        'EUR 10.00 is set aside for a need. EUR 5.00 waits for a need. EUR 30.00 went back to you.',
    );
  });

  it('says that nothing has come yet', () => {
    expect(told('en', spending('0', '0', []))).toBe('No gift has arrived yet.');
  });
});
