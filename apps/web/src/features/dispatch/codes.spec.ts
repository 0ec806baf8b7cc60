import { expect, it } from '@jest/globals';
import { domainFile, listIn, wordsOf } from '../../codes/domain-lists';
import { CANCEL_REASONS, HAND_BACK_REASONS, OUTCOMES } from './states';

const REASONS = domainFile('dispatch/src/domain/task-reasons.ts');

it('offers the reasons and outcomes of tasks that the desk takes, each of them and no other', () => {
  expect(listIn(REASONS, 'HAND_BACK')).toEqual(HAND_BACK_REASONS);
  expect(listIn(REASONS, 'CANCEL')).toEqual(CANCEL_REASONS);
  expect(listIn(REASONS, 'TASK_OUTCOMES')).toEqual(OUTCOMES);
});

it('has a name and something to bring for every kind of task', () => {
  const kinds = domainFile('dispatch/src/domain/task-kinds.ts');
  const codes = [...kinds.matchAll(/^ {2}kind\('([A-Z_]+)'/gm)].map(([, code = '']) => code).sort();
  expect(codes.length).toBeGreaterThan(0);
  expect(Object.keys(wordsOf('dispatch', 'kind')).sort()).toEqual(codes);
  expect(Object.keys(wordsOf('dispatch', 'bring')).sort()).toEqual(codes);
});
