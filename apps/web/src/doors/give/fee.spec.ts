import { expect, it } from '@jest/globals';
import { withFee } from './fee';

const FEE = { perMille: 15n, fixedMinor: 25n };

it.each([500n, 2500n, 5000n, 12_345n, 1_000_000n])('leaves %s after the fee', (net) => {
  const paid = withFee(net, FEE);
  // Half a cent upwards, as the provider rounds.
  const fee = (paid * FEE.perMille + 500n) / 1000n + FEE.fixedMinor;
  expect(paid - fee).toBeGreaterThanOrEqual(net);
  expect(paid - fee).toBeLessThanOrEqual(net + 1n);
});
