import { defineReasonTexts } from '@kinward/platform';

defineReasonTexts({
  INSUFFICIENT_FUNDS:
    'The fund does not hold enough. Choose another fund, a smaller amount, or free what is reserved.',
  MORE_THAN_RESERVED: 'This is more than was reserved. Reserve the difference first.',
  MORE_THAN_REVERSIBLE:
    'This takes back more than is left of the transfer. Look at what was taken back before, and send the rest.',
});
