import { expect, it } from '@jest/globals';
import { domainFile, listIn } from '../../codes/domain-lists';
import * as codes from './codes';

it.each([
  ['volunteer-codes.ts', 'VOLUNTEER_SKILLS', codes.SKILLS],
  ['volunteer-codes.ts', 'DECLINE', codes.DECLINE_REASONS],
  ['volunteer-codes.ts', 'SUSPEND', codes.SUSPEND_REASONS],
  ['volunteer-codes.ts', 'REVOKE', codes.REVOKE_REASONS],
  ['volunteer-codes.ts', 'RECHECK', codes.RECHECK_REASONS],
  ['vetting-states.ts', 'APPLICATION_STATES', codes.APPLICATION_STATES],
  ['vetting-facts.ts', 'REFERENCE_ANSWERS', codes.REFERENCE_ANSWERS],
  ['vetting-facts.ts', 'INTERVIEW_ANSWERS', codes.INTERVIEW_ANSWERS],
  ['vetting-facts.ts', 'TRAINING_MODULES', codes.TRAINING],
])('offers what the desk takes: %s, %s', (file, list, offered) => {
  expect(listIn(domainFile(`volunteers/src/domain/${file}`), list)).toEqual(offered);
});
