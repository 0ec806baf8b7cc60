import { expect, it } from '@jest/globals';
import { domainFile, listIn, wordsOf } from '../../codes/domain-lists';
import * as codes from './codes';

const CODES = domainFile('callouts/src/domain/call-out-codes.ts');
const sorted = (list: readonly string[]): readonly string[] => [...list].sort();

it('offers the codes of call-outs that the desk takes, each of them and no other', () => {
  const outcomes = [...codes.OUTCOMES, ...codes.PROVOCATION_OUTCOMES];
  expect(listIn(CODES, 'VERDICTS')).toEqual(codes.VERDICTS);
  expect(listIn(CODES, 'CALL_OUT_PRIORITIES')).toEqual(codes.PRIORITIES);
  expect(sorted(listIn(CODES, 'CALL_OUT_OUTCOMES'))).toEqual(sorted(outcomes));
  // That nobody came in time the desk itself says.
  expect(sorted(listIn(CODES, 'ESCALATION_REASONS'))).toEqual(
    sorted(['NOBODY_ACKNOWLEDGED', ...codes.ESCALATION_REASONS]),
  );
});

it('has a word for each of them', () => {
  expect(Object.keys(wordsOf('callouts', 'outcome'))).toEqual(
    expect.arrayContaining([...listIn(CODES, 'CALL_OUT_OUTCOMES')]),
  );
  expect(Object.keys(wordsOf('callouts', 'reason'))).toEqual(
    expect.arrayContaining([...listIn(CODES, 'ESCALATION_REASONS')]),
  );
});

it('has words for whatever the history of a call-out gives as a reason', () => {
  const reasons = ['ESCALATION_REASONS', 'CALL_OUT_OUTCOMES'].flatMap((name) =>
    listIn(CODES, name),
  );
  const worded = reasons.filter((reason) => {
    const [, list = '', code = ''] = /^callouts:(\w+)\.(\w+)$/.exec(codes.reasonText(reason)) ?? [];
    return typeof wordsOf('callouts', list)[code] === 'string';
  });
  expect(worded).toEqual(reasons);
});

it('would see a list that is gone', () => {
  expect(listIn(`export const SOME = [\n  'ONE',\n  'TWO_B',\n] as const;`, 'SOME')).toEqual([
    'ONE',
    'TWO_B',
  ]);
  expect(() => listIn(CODES, 'NO_SUCH_LIST')).toThrow('NO_SUCH_LIST');
});
