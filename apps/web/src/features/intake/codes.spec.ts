import { expect, it } from '@jest/globals';
import { domainFile, listIn, wordsOf } from '../../codes/domain-lists';
import { APPEAL_DAYS, ASK_REASONS, CARD_PURPOSES, DECLINE_REASONS } from './decisions';

const DECISIONS = domainFile('intake/src/domain/screening/decisions.ts');

it('offers the reasons and purposes of the screening desk that it takes, each of them and no other', () => {
  expect(listIn(DECISIONS, 'ASK_REASONS')).toEqual(ASK_REASONS);
  expect(listIn(DECISIONS, 'CARD_PURPOSES')).toEqual(CARD_PURPOSES);
  expect(listIn(domainFile('cases/src/domain/case-reason-codes.ts'), 'DISMISS')).toEqual(
    DECLINE_REASONS,
  );
  expect(DECISIONS).toContain(`APPEAL_DAYS = ${String(APPEAL_DAYS)};`);
});

it('has a word for every state and every likeness', () => {
  const likenesses = listIn(domainFile('intake/src/domain/screening/likeness.ts'), 'LIKENESSES');
  const states = listIn(domainFile('intake/src/domain/intake-states.ts'), 'INTAKE_STATES');
  expect(Object.keys(wordsOf('intake', 'likeness'))).toEqual(likenesses);
  expect(Object.keys(wordsOf('intake', 'state'))).toEqual(expect.arrayContaining([...states]));
});
