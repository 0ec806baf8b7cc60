import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { PROOFS, REASONS } from './payout-codes';

const DOMAIN = join(import.meta.dirname, '../../../../../libs/disbursements/src/domain');

/** Codes of a file of the domain: the page knows the interface alone, and types of the interface hold no reasons. */
function codesIn(text: string): Set<string> {
  const code = /'([A-Z][A-Z_]{3,})'/g;
  return new Set([...text.matchAll(code)].map(([, found = '']) => found));
}

const domain = (name: string): Set<string> => codesIn(readFileSync(join(DOMAIN, name), 'utf8'));

it('offers the reasons that the desk takes, each of them and no other', () => {
  const known = domain('reason-codes.ts');
  const offered = new Set<string>(Object.values(REASONS).flat());
  expect([...offered].filter((code) => !known.has(code))).toEqual([]);
  expect([...known].filter((code) => !offered.has(code))).toEqual([]);
});

it('offers proofs that the desk knows', () => {
  const known = domain('evidence.ts');
  const offered: readonly string[] = Object.values(PROOFS).flat();
  expect(offered.filter((code) => !known.has(code))).toEqual([]);
});

it('would see a reason that only one of the two has', () => {
  expect(codesIn(`FAIL: ['BANK_REFUSED', 'X'],`)).toEqual(new Set(['BANK_REFUSED']));
});
