import { expect, it } from '@jest/globals';
import { EMPTY_FUND, rulesOf } from './fund-text';

it('sends single kinds that a fund pays for and refuses, and narrows nothing where none is chosen', () => {
  const chosen = { ...EMPTY_FUND, codes: ['CHD-SCHOOL'], excludedCodes: ['EVA-FAMILY'] };
  expect(rulesOf(chosen, null)).toMatchObject({
    ...{ codes: ['CHD-SCHOOL'], excludedCodes: ['EVA-FAMILY'], groups: null },
  });
  expect(rulesOf(EMPTY_FUND, null)).toMatchObject({ codes: null, excludedCodes: null });
});
