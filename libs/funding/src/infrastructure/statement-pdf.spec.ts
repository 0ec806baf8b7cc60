import { expect, it } from '@jest/globals';
import { donorTexts } from '../domain/donor-texts.js';
import { renderStatement } from './statement-pdf.js';

const LINES = 80;

const pagesOf = async (returnedMinor: string, locale: string): Promise<string | undefined> => {
  const lines = Array.from({ length: LINES }, (_, index) => ({
    ...{ number: index + 1, issuedOn: '2026-01-05', amountMinor: '30000' },
    returnedMinor,
  }));
  const texts = donorTexts(locale);
  const file = await renderStatement({ year: 2026, lines, organization: 'Demo-House', texts });
  return /\/Count (\d+)/.exec(file.toString('latin1'))?.[1];
};

it.each(['en', 'be', 'lt'])('gives every line a row of its own, in %s', async (locale) => {
  expect(await pagesOf('0', locale)).toBe('3');
  expect(await pagesOf('500', locale)).toBe('3');
});
