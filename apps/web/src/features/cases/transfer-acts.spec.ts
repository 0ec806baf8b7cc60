import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import texts from './locales/en.json';
import {
  actsOn,
  DECLINE_REASONS,
  FROM,
  OFFERABLE,
  turnOf,
  type Transfer,
  type TransferAct,
} from './transfer-acts';

const DOMAIN = join(import.meta.dirname, '../../../../../libs/cases/src/domain');
const transfer = readFileSync(join(DOMAIN, 'case-transfer.ts'), 'utf8');
const codesIn = (text: string): string[] =>
  [...text.matchAll(/'([A-Z_]+)'/g)].map(([, code = '']) => code);
/** Codes between a word and the next closing bracket. */
const listed = (text: string, from: string): string[] => {
  const start = text.indexOf(from);
  expect([from, start]).not.toEqual([from, -1]);
  const begin = start + from.length;
  return codesIn(text.slice(begin, text.indexOf(']', begin)));
};

const offer = (state: Transfer['state'], isOutgoing: boolean, receiverId: string | null = null) =>
  ({ state, isOutgoing, receiverId }) as Transfer;

describe('what can be done with an offer', () => {
  it('is what the desk allows in each state', () => {
    for (const [act, from] of Object.entries(FROM)) {
      expect([act, ...from]).toEqual([act, ...listed(transfer, `  ${act}: { from: [`)]);
    }
    expect([...DECLINE_REASONS]).toEqual(listed(transfer, 'TRANSFER_DECLINE_REASONS = ['));
    const cases = readFileSync(join(DOMAIN, 'case-transitions.ts'), 'utf8');
    expect([...OFFERABLE]).toEqual(listed(cases, `name: 'TRANSFER',\n    from: [`));
  });

  it('has words for each state, on either side', () => {
    const states = listed(transfer, 'TRANSFER_STATES = [').sort();
    expect(Object.keys(texts.transferState).sort()).toEqual(states);
    expect(Object.keys(texts.transferNext.OUT).sort()).toEqual(states);
    expect(Object.keys(texts.transferNext.IN).sort()).toEqual(states);
  });

  it.each<[string, Transfer, TransferAct | null, readonly TransferAct[]]>([
    ['offered by us', offer('OFFERED', true), null, ['WITHDRAW']],
    ['accepted by them', offer('ACCEPTED', true, 'they'), 'SEND', ['SEND', 'WITHDRAW']],
    ['sent by us', offer('SENT', true, 'they'), null, ['WITHDRAW']],
    ['offered to us', offer('OFFERED', false), 'ACCEPT', ['ACCEPT', 'DECLINE']],
    ['accepted by me', offer('ACCEPTED', false, 'me'), null, ['DECLINE']],
    ['sent to me', offer('SENT', false, 'me'), 'RECEIVE', ['RECEIVE']],
    ['sent to a colleague', offer('SENT', false, 'colleague'), null, []],
    ['over', offer('LAPSED', true), null, []],
  ])('%s: whose turn it is', (_, transferred, turn, acts) => {
    expect(turnOf(transferred, 'me')).toBe(turn);
    expect(actsOn(transferred, 'me')).toEqual(acts);
  });
});
