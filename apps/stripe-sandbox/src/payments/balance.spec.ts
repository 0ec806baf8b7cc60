import { expect, it } from '@jest/globals';
import { processingFee } from './balance.js';

it.each([
  [50, 26],
  [100, 26],
  [178, 27],
  [179, 28],
  [2500, 60],
  [99_999_999, 1_400_025],
])('the fee of %i cents is %i cents', (amount, fee) => {
  expect(processingFee(amount)).toBe(fee);
});
