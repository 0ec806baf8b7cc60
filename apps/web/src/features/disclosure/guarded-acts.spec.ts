import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { FROM_HERE, QUARANTINE_REASONS } from './guarded-acts';

const DOMAIN = join(import.meta.dirname, '../../../../../libs/cases/src/domain');
const codesIn = (text: string): string[] =>
  [...text.matchAll(/'([A-Z][A-Z_]+)'/g)].map(([, code = '']) => code);
const part = (file: string, pattern: RegExp): string[] =>
  codesIn(pattern.exec(readFileSync(join(DOMAIN, file), 'utf8'))?.[1] ?? '');

it('offers the reasons that the desk takes, each of them and no other', () => {
  const known = part('case-reason-codes.ts', /QUARANTINE: \[([^\]]*)\]/);
  expect([...QUARANTINE_REASONS]).toEqual(known);
});

it('offers a quarantine where the state machine has one', () => {
  // The page of the machine is drawn from the code, which a check keeps true.
  const page = readFileSync(join(DOMAIN, '../../../../docs/domains/cases.md'), 'utf8');
  const [, from = ''] = /\| QUARANTINE \| ([^|]*) \|/.exec(page) ?? [];
  expect([...FROM_HERE].toSorted()).toEqual(from.split(', ').toSorted());
});
