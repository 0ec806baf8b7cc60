import { describe, expect, it } from '@jest/globals';
import { generateCompartmentKeys, keyCommitment } from './compartment-keys.js';
import { MAX_GRANT_DAYS, openGrant, sealGrant } from './grant.js';
import type { OpenGrantInput } from './grant.js';
import { demoCompartment, demoId, demoKey } from './test-support/fixtures.js';
import {
  certify,
  demoExpiry,
  demoNow,
  demoTrusteeKeys,
  demoTrustees,
} from './test-support/grant-cast.js';
import {
  forgeGrant,
  granter,
  holder,
  lockKey,
  opening,
  probationer,
  properGrant,
  shredKey,
  stranger,
} from './test-support/grant-scene.js';
import { KNOWN_ANSWERS } from './test-support/known-answers.js';

const keys = generateCompartmentKeys(demoCompartment);
const storyKeys = generateCompartmentKeys({ ...demoCompartment, tier: 'T1' });
const alertOf = (input: OpenGrantInput) => {
  const opened = openGrant(input);
  return opened.ok ? null : opened.error.alert;
};

describe('a grant', () => {
  it('gives its holder the compartment key', () => {
    expect(openGrant(opening(properGrant(keys)))).toEqual({ ok: true, value: keys });
  });

  it('opens the known answers, plain and locked', () => {
    const known = { compartment: demoCompartment, epoch: 1, commitment: keyCommitment(demoKey(7)) };
    const context = {
      ...known,
      grantId: demoId(30),
      holderId: holder.personId,
      granterId: granter.personId,
      purpose: 'CASE_WORK',
      expiresAt: demoExpiry,
    };
    const expected = { ok: true, value: { ...known, dataKey: demoKey(7) } };
    const plain = Buffer.from(KNOWN_ANSWERS.grant, 'hex');
    const locked = Buffer.from(KNOWN_ANSWERS.lockedGrant, 'hex');
    const plainRow = { context: { ...context, isLocked: false }, envelope: plain };
    const lockedRow = { context: { ...context, isLocked: true }, envelope: locked };
    expect(openGrant(opening(plainRow))).toEqual(expected);
    expect(openGrant(opening(lockedRow, { lockKey }))).toEqual(expected);
  });

  it('stays shut until its lock key is released', () => {
    const row = properGrant(keys, { lockKey });
    expect(alertOf(opening(row))).toBe('LOCK_LAYER');
    expect(alertOf(opening(row, { lockKey: demoKey(52) }))).toBe('LOCK_LAYER');
    expect(openGrant(opening(row, { lockKey })).ok).toBe(true);
  });

  it('does not open once the shred key is another', () => {
    expect(alertOf(opening(properGrant(keys), { shredKey: demoKey(9) }))).toBe('OUTER_LAYER');
  });

  it('ends at its expiry, to the millisecond', () => {
    const row = properGrant(keys);
    const before = new Date(demoExpiry.getTime() - 1);
    expect(openGrant(opening(row, { now: before })).ok).toBe(true);
    expect(alertOf(opening(row, { now: demoExpiry }))).toBe('EXPIRED');
  });

  it('answers INTEGRITY to the outside whatever the alert says', () => {
    const opened = openGrant(opening(properGrant(keys), { now: demoExpiry }));
    expect(opened).toEqual({ ok: false, error: { kind: 'INTEGRITY', alert: 'EXPIRED' } });
  });

  it('to a person on probation opens for T1', () => {
    const row = properGrant(storyKeys, { holder: probationer.certified });
    const opened = openGrant(
      opening(row, {
        holder: probationer.presented,
        holderSecretKeys: probationer.keys.secretKeys,
      }),
    );
    expect(opened).toEqual({ ok: true, value: storyKeys });
  });
});

describe('sealing a grant', () => {
  const days = (count: number) => new Date(demoNow.getTime() + count * 86_400_000);
  const proper = {
    grantId: demoId(30),
    keys,
    granter: granter.certified,
    granterSigningKey: granter.keys.secretKeys.signing,
    holder: holder.certified,
    purpose: 'CASE_WORK',
    expiresAt: days(MAX_GRANT_DAYS),
    now: demoNow,
    shredKey,
    lockKey: null,
  };

  it('is allowed up to the longest life', () => {
    expect(sealGrant(proper).ok).toBe(true);
  });

  it.each([
    ['T0 for a person on probation', { holder: probationer.certified }, 'HOLDER_TIER'],
    ['a granter on probation', { granter: probationer.certified }, 'GRANTER_MAY_NOT_GRANT'],
    ['an expiry that has come', { expiresAt: demoNow }, 'GRANT_EXPIRY'],
    ['a life beyond 90 days', { expiresAt: days(MAX_GRANT_DAYS + 1) }, 'GRANT_EXPIRY'],
    ['a date that is not one', { expiresAt: new Date(Number.NaN) }, 'GRANT_EXPIRY'],
  ])('refuses %s', (_, change, reason) => {
    const sealed = sealGrant({ ...proper, ...change });
    expect(sealed).toEqual({ ok: false, error: { kind: 'REFUSED', reason } });
  });
});

describe('the order of the checks', () => {
  it('is layers, signature, granter, holder, context, expiry, commitment', () => {
    const context = properGrant(storyKeys).context;
    const t0 = { ...context, compartment: demoCompartment };
    const other = { ...t0, purpose: 'OTHER' };
    const wrongKey = generateCompartmentKeys(demoCompartment).dataKey;
    const strangers = { signers: demoTrustees.slice(0, 1) };
    const asHolder = (level: 'STAFF' | 'PROBATION', signers = demoTrustees) =>
      certify(holder.personId, holder.keys, { level, signers });
    const asGranter = (level: 'STAFF' | 'PROBATION', signers = demoTrustees) =>
      certify(granter.personId, granter.keys, { level, signers });

    // Every fault at once; then each step mends the one that was reported.
    const faulty = { context: t0, inside: other, dataKey: wrongKey };
    const late = { now: demoExpiry };
    const badHolder = { ...late, holder: asHolder('PROBATION', strangers.signers) };
    const badGranter = { ...badHolder, granter: asGranter('PROBATION', strangers.signers) };
    const unsigned = forgeGrant({ ...faulty, signer: stranger, recipient: stranger });
    const unopenable = forgeGrant({ ...faulty, recipient: stranger });
    const elsewhere = forgeGrant(faulty);
    const uncommitted = forgeGrant({ context: t0, dataKey: wrongKey });
    const right = forgeGrant({
      context: { ...t0, commitment: keyCommitment(wrongKey) },
      dataKey: wrongKey,
    });

    const seen = [
      opening(unsigned, { ...badGranter, shredKey: demoKey(1) }),
      opening(unsigned, { ...badGranter, lockKey }),
      opening(unsigned, badGranter),
      opening(unopenable, badGranter),
      opening(unopenable, { ...badHolder, granter: asGranter('PROBATION') }),
      opening(unopenable, badHolder),
      opening(unopenable, { ...late, holder: asHolder('PROBATION') }),
      opening(unopenable, late),
      opening(elsewhere, late),
      opening(uncommitted, late),
      opening(uncommitted),
      opening(right),
    ].map(alertOf);

    expect(seen).toEqual([
      'OUTER_LAYER',
      'LOCK_LAYER',
      'GRANT_SIGNATURE',
      'GRANTER_CERTIFICATE',
      'GRANTER_MAY_NOT_GRANT',
      'HOLDER_CERTIFICATE',
      'HOLDER_TIER',
      'SEALED_BOX',
      'CONTEXT',
      'EXPIRED',
      'COMMITMENT',
      null,
    ]);
  });

  it('trusts no trustee that is not pinned', () => {
    const row = properGrant(keys);
    const others = [stranger.keys.publicKeys.signing, holder.keys.publicKeys.signing];
    expect(alertOf(opening(row, { trusteePublicKeys: others }))).toBe('GRANTER_CERTIFICATE');
    expect(alertOf(opening(row, { trusteePublicKeys: demoTrusteeKeys }))).toBeNull();
  });
});
