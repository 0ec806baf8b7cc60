import { describe, expect, it } from '@jest/globals';
import { generateCompartmentKeys, keyCommitment } from './compartment-keys.js';
import { wrapLayerWithNonce } from './secret-layer.js';
import { unwrapForSession, wrapForSession } from './session-cache-key.js';
import { demoCompartment, demoId, demoKey } from './test-support/fixtures.js';
import { KNOWN_ANSWERS } from './test-support/known-answers.js';

const cacheKey = demoKey(5);
const sessionIdHash = demoKey(6);
const holderId = demoId(20);
const grantId = demoId(23);
const expiresAt = new Date('2026-12-24T00:00:00.000Z');
const keys = generateCompartmentKeys(demoCompartment);
const place = {
  sessionIdHash,
  holderId,
  grantId,
  expiresAt,
  compartment: keys.compartment,
  epoch: keys.epoch,
  commitment: keys.commitment,
};
const wrapped = wrapForSession({ ...place, cacheKey, keys });

describe('a key cached for a session', () => {
  it('comes back as the same compartment keys', () => {
    expect(unwrapForSession({ ...place, cacheKey, wrapped })).toEqual({ ok: true, value: keys });
  });

  it('opens the known answer', () => {
    const opened = unwrapForSession({
      ...place,
      epoch: 1,
      commitment: keyCommitment(demoKey(7)),
      cacheKey,
      wrapped: Buffer.from(KNOWN_ANSWERS.cachedKey, 'hex'),
    });
    expect(opened.ok && opened.value.dataKey.equals(demoKey(7))).toBe(true);
  });

  it.each([
    ['another session', { sessionIdHash: demoKey(9) }],
    ['another holder', { holderId: demoId(21) }],
    ['another grant', { grantId: demoId(24) }],
    ['a later end', { expiresAt: new Date('2026-12-24T00:00:00.001Z') }],
    ['another epoch', { epoch: 2 }],
    ['another compartment', { compartment: { ...demoCompartment, compartmentId: demoId(22) } }],
    ['another tier', { compartment: { ...demoCompartment, tier: 'T1' as const } }],
    ['another commitment', { commitment: keyCommitment(demoKey(1)) }],
    ['another session key', { cacheKey: demoKey(4) }],
  ])('is INTEGRITY for %s', (_, change) => {
    const opened = unwrapForSession({ ...place, cacheKey, wrapped, ...change });
    expect(opened).toEqual({ ok: false, error: { kind: 'INTEGRITY' } });
  });

  it('equals the known layer when the nonce is fixed', () => {
    const content = demoKey(7);
    const associatedData = Buffer.from('Demo-place');
    const layer = wrapLayerWithNonce(
      { key: cacheKey, content, associatedData },
      Buffer.alloc(24, 9),
    );
    expect(layer.toString('hex')).toBe(KNOWN_ANSWERS.secretLayer);
  });
});
