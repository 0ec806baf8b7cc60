import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { generateCompartmentKeys } from './compartment-keys.js';
import type { CompartmentKeys } from './compartment-keys.js';
import { openGrant } from './grant.js';
import type { GrantRow, OpenGrantInput } from './grant.js';
import type { GrantAlert } from './grant-alert.js';
import { grantContextBytes } from './grant-context.js';
import type { GrantContext } from './grant-context.js';
import { unwrapLayer, wrapLayer } from './secret-layer.js';
import { demoCompartment, demoId, flipBit } from './test-support/fixtures.js';
import { certify, demoNow, demoTrustees, makeTrustee } from './test-support/grant-cast.js';
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

const ROUNDS = 10;
const FLIPPED_GRANTS = 40;
const SWAPPED_GRANTS = 30;

/** One forgery: what the attacker stores and the alert it must end in. */
type Forgery = (keys: CompartmentKeys, context: GrantContext) => [OpenGrantInput, GrantAlert];

const day = (count: number) => new Date(demoNow.getTime() + count * 86_400_000);
const fresh = () => generateCompartmentKeys(demoCompartment);
const asGranter = (options: Parameters<typeof certify>[2]) => ({
  granter: certify(granter.personId, granter.keys, options),
});

const FORGERIES: Readonly<Record<string, Forgery>> = {
  'a valid seal without a signature': ({ dataKey }, context) => [
    opening(forgeGrant({ context, dataKey, signature: Buffer.alloc(64) })),
    'GRANT_SIGNATURE',
  ],
  'the signature of other staff': ({ dataKey }, context) => [
    opening(forgeGrant({ context, dataKey, signer: stranger })),
    'GRANT_SIGNATURE',
  ],
  'the holder signing for himself in another name': ({ dataKey }, context) => [
    opening(forgeGrant({ context, dataKey, signer: holder })),
    'GRANT_SIGNATURE',
  ],
  'the holder granting himself a key of his own making': ({ commitment }, context) => {
    const own = { ...context, granterId: holder.personId, commitment };
    const row = forgeGrant({ context: own, dataKey: fresh().dataKey, signer: holder });
    return [opening(row, { granter: holder.presented }), 'COMMITMENT'];
  },
  'other staff shown as the granter': ({ dataKey }, context) => [
    opening(forgeGrant({ context, dataKey, signer: stranger }), { granter: stranger.presented }),
    'GRANTER_CERTIFICATE',
  ],
  'the public keys of the granter swapped in the database': ({ dataKey }, context) => [
    opening(forgeGrant({ context, dataKey, signer: stranger }), {
      granter: {
        certificate: granter.presented.certificate,
        publicKeys: stranger.keys.publicKeys,
      },
    }),
    'GRANTER_CERTIFICATE',
  ],
  'a granter certified by strangers': (keys) => [
    opening(properGrant(keys), asGranter({ signers: [makeTrustee(), makeTrustee()] })),
    'GRANTER_CERTIFICATE',
  ],
  'a granter certified by one trustee only': (keys) => [
    opening(properGrant(keys), asGranter({ signers: demoTrustees.slice(0, 1) })),
    'GRANTER_CERTIFICATE',
  ],
  'a granter certified by one trustee twice': (keys) => [
    opening(
      properGrant(keys),
      asGranter({ signers: [...demoTrustees.slice(0, 1), ...demoTrustees.slice(0, 1)] }),
    ),
    'GRANTER_CERTIFICATE',
  ],
  'an expired certificate of the granter': (keys) => [
    opening(properGrant(keys), asGranter({ notAfter: demoNow })),
    'GRANTER_CERTIFICATE',
  ],
  'a granter on probation': ({ dataKey }, context) => [
    opening(
      forgeGrant({
        context: { ...context, granterId: probationer.personId },
        dataKey,
        signer: probationer,
      }),
      { granter: probationer.presented },
    ),
    'GRANTER_MAY_NOT_GRANT',
  ],
  'a holder on probation for T0': ({ dataKey }, context) => [
    opening(
      forgeGrant({
        context: { ...context, holderId: probationer.personId },
        dataKey,
        recipient: probationer,
      }),
      { holder: probationer.presented, holderSecretKeys: probationer.keys.secretKeys },
    ),
    'HOLDER_TIER',
  ],
  'an expired certificate of the holder': (keys) => [
    opening(properGrant(keys), {
      holder: certify(holder.personId, holder.keys, { notAfter: demoNow }),
    }),
    'HOLDER_CERTIFICATE',
  ],
  'a purpose changed in the row': (keys, context) => [
    opening({ ...properGrant(keys), context: { ...context, purpose: 'EXPORT' } }),
    'OUTER_LAYER',
  ],
  'a purpose changed with the keyring in hand': ({ dataKey }, context) => [
    opening(
      forgeGrant({
        context: { ...context, purpose: 'EXPORT' },
        dataKey,
        signedContext: context,
      }),
    ),
    'GRANT_SIGNATURE',
  ],
  'a purpose other than the one inside the seal': ({ dataKey }, context) => [
    opening(forgeGrant({ context, dataKey, inside: { ...context, purpose: 'EXPORT' } })),
    'CONTEXT',
  ],
  'a key sealed to somebody else': ({ dataKey }, context) => [
    opening(forgeGrant({ context, dataKey, recipient: stranger })),
    'SEALED_BOX',
  ],
  'a stranger put in as the holder': (keys, context) => [
    opening(
      { ...properGrant(keys), context: { ...context, holderId: stranger.personId } },
      { holder: stranger.presented, holderSecretKeys: stranger.keys.secretKeys },
    ),
    'OUTER_LAYER',
  ],
  'an expiry moved with the keyring in hand': ({ dataKey }, context) => [
    opening(
      forgeGrant({
        context: { ...context, expiresAt: day(80) },
        dataKey,
        signedContext: context,
      }),
    ),
    'GRANT_SIGNATURE',
  ],
  'an expired grant': (keys) => [opening(properGrant(keys), { now: day(31) }), 'EXPIRED'],
  'another key than the epoch committed to': (_, context) => [
    opening(forgeGrant({ context, dataKey: fresh().dataKey })),
    'COMMITMENT',
  ],
  'a commitment swapped in the epoch row': (keys) => [
    opening(properGrant(keys), { commitment: fresh().commitment }),
    'COMMITMENT',
  ],
  'a locked grant stored as an open one': (keys) => {
    const { context, envelope } = properGrant(keys, { lockKey });
    return [opening({ context: { ...context, isLocked: false }, envelope }), 'OUTER_LAYER'];
  },
};

const names = Object.keys(FORGERIES);

describe(`${names.length * ROUNDS} forged grants (A8)`, () => {
  it.each(names)(`turns down %s, ${ROUNDS} times, with its own alert`, (name) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const keys = fresh();
      const { context } = properGrant(keys);
      const [input, alert] = FORGERIES[name]?.(keys, context) ?? [];
      if (input === undefined) throw new Error(name);
      expect(openGrant(input)).toEqual({ ok: false, error: { kind: 'INTEGRITY', alert } });
    }
  });

  it('are 200 and more, and the same makers produce grants that open when nothing is forged', () => {
    const keys = fresh();
    const { context } = properGrant(keys);
    expect(names.length * ROUNDS).toBeGreaterThanOrEqual(200);
    const unforged = opening(forgeGrant({ context, dataKey: keys.dataKey }));
    expect(openGrant(unforged)).toEqual({ ok: true, value: keys });
  });
});

describe('changed and exchanged grants', () => {
  const outer = (context: GrantContext) => ({
    key: shredKey,
    associatedData: grantContextBytes('grant-outer', context),
  });
  const grants = fc
    .sample(fc.integer({ min: 1, max: 89 }), { numRuns: FLIPPED_GRANTS, seed: 8 })
    .map((life, index) =>
      properGrant(fresh(), {
        grantId: demoId(100 + index),
        expiresAt: day(life),
        lockKey: index % 2 === 0 ? null : lockKey,
      }),
    );
  const lockOf = ({ context }: GrantRow) => ({ lockKey: context.isLocked ? lockKey : null });
  const opens = (row: GrantRow) => openGrant(opening(row, lockOf(row))).ok;
  const bytes = grants.reduce((sum, { envelope }) => sum + envelope.length, 0);

  it(`opens after 0 of ${bytes} flips over ${FLIPPED_GRANTS} grants (A5)`, () => {
    const opened = grants.flatMap(({ context, envelope }) =>
      [...envelope.keys()].filter((index) =>
        opens({ context, envelope: flipBit(envelope, index, index % 8) }),
      ),
    );
    expect(opened).toEqual([]);
    expect(grants.every(opens)).toBe(true);
  });

  it('opens after 0 flips of any bit of the signed part beneath an intact shred layer (A5)', () => {
    const { context, envelope } = properGrant();
    const signed = unwrapLayer({ ...outer(context), layer: envelope }) ?? Buffer.alloc(0);
    const bits = signed.length * 8;
    let opened = 0;
    for (let bit = 0; bit < bits; bit += 1) {
      const content = flipBit(signed, bit >> 3, bit % 8);
      if (opens({ context, envelope: wrapLayer({ ...outer(context), content }) })) opened += 1;
    }
    expect(bits).toBeGreaterThan(2_000);
    expect(opened).toBe(0);
  });

  it(`opens after 0 of ${SWAPPED_GRANTS * (SWAPPED_GRANTS - 1)} swaps of grants of one holder (A6)`, () => {
    const sample = grants.slice(0, SWAPPED_GRANTS);
    const opened = sample.flatMap(({ context }, to) =>
      sample.filter(({ envelope }, from) => from !== to && opens({ context, envelope })),
    );
    expect(opened).toEqual([]);
  });
});
