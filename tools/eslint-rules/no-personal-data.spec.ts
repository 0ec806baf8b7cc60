import { describe, expect, it } from '@jest/globals';
import rule from './no-personal-data.mjs';
import { findPersonalData } from './personal-data.mjs';
import { ruleTester } from './rule-tester.js';

// The fakes are put together here, so that this file itself holds nothing that looks real.
const at = (name: string, domain: string): string => [name, domain].join('@');
const digits = (length: number): string => '1234567890123456789'.slice(0, length);

const kinds = (text: string): string[] =>
  findPersonalData(text).map(({ kind }: { kind: string }) => kind);

/** Tries the ten last digits: exactly one makes a checksum right. */
const completions = (start: string): string[] =>
  Array.from({ length: 10 }, (_, digit) => `${start}${String(digit)}`);

const ibanWith = (country: string, account: string): string => {
  const number = [...`${account}${country}00`].map((c) => String(parseInt(c, 36))).join('');
  const check = 98n - (BigInt(number) % 97n);
  return `${country}${String(check).padStart(2, '0')}${account}`;
};

describe('findPersonalData', () => {
  it.each([
    `+375 ${digits(2)} ${digits(7)}`,
    `+375-(29)-${digits(3)}-45-67`,
    `+1${digits(10)}`,
    `0048 ${digits(9)}`,
    `375${digits(9)}`,
    `8 (029) ${digits(3)}-45-67`,
    `call (222) 333 ${digits(4)} now`,
  ])('sees a phone number in "%s"', (text) => {
    expect(kinds(text)).toContain('phone number');
  });

  it.each([
    `+999 ${digits(9)}`,
    `+999 (29) ${digits(3)}-45-67`,
    `+1 202 555 0199`,
    `+44 7700 900123`,
    '00000000-0000-4000-8000-000000000001',
    '2026-11-22 01:52:42',
    '2026-11-22T01:52:42.123456Z',
    '1700000000000',
    '1763800000000-platform.ts',
    'sha256 0123456789abcdef0123456789abcdef',
    '192.168.100.200:5432',
    `Demo-${digits(12)}`,
    '99 999 999',
  ])('lets "%s" pass', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('sees an identity number only where its check digit is right', () => {
    const found = completions(`${digits(7)}A001PB`).filter((text) => kinds(text).length > 0);

    expect(found).toHaveLength(1);
  });

  it('sees a card number only where its check digit is right', () => {
    const found = completions(`4539${digits(11)}`).filter((text) =>
      kinds(text).includes('card number'),
    );

    expect(found).toHaveLength(1);
  });

  it('lets the test card of the payment provider pass', () => {
    expect(kinds('4242 4242 4242 4242')).toEqual([]);
  });

  it('sees a bank account whose check digits are right, spaced or not', () => {
    const iban = ibanWith('DE', '100000001234567890');

    expect(kinds(iban)).toEqual(['bank account']);
    expect(kinds(iban.replace(/(.{4})/g, '$1 ').trim())).toContain('bank account');
    expect(kinds(iban.replace('DE', 'FR'))).toEqual([]);
  });

  it('lets a bank account of no country pass', () => {
    expect(kinds(ibanWith('XX', '100000001234567890'))).toEqual([]);
  });

  it.each(['example.org', 'mail.example', 'kinward.test', 'nowhere.invalid'])(
    'lets an address at %s pass',
    (domain) => {
      expect(kinds(at('somebody', domain))).toEqual([]);
    },
  );

  it('sees an address at any other domain, but not a user in a URL', () => {
    expect(kinds(at('somebody', 'mail.by'))).toEqual(['e-mail address']);
    expect(kinds(at('somebody', 'notexample.org'))).toEqual(['e-mail address']);
    expect(kinds(`postgres://${at('app:secret', 'db.internal')}/kinward`)).toEqual([]);
  });
});

const phone = `+375 29 ${digits(7)}`;

ruleTester.run('no-personal-data', rule, {
  valid: ["const phone = '+999 123456789'", "const text = 'Demo-Maria'"],
  invalid: [
    { code: `const phone = '${phone}'`, errors: [{ messageId: 'found' }] },
    { code: `const text = \`call ${phone} now\``, errors: [{ messageId: 'found' }] },
    {
      code: `send('${at('maria', 'mail.by')}')`,
      errors: [{ messageId: 'found', data: { kind: 'e-mail address' } }],
    },
  ],
});
