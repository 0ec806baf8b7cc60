import { hashRaw } from '@node-rs/argon2';
import { describe, expect, it } from '@jest/globals';
import sodium from 'sodium-native';
import { KDF_CEILING, KDF_PARAMS, KDF_SALT_BYTES } from './kdf-params.js';
import type { KdfParams } from './kdf-params.js';
import {
  authVerifier,
  derivePassphraseKeys,
  isSameVerifier,
  stretchPassphrase,
  wipePassphraseKeys,
} from './passphrase-keys.js';
import type { PassphraseHash } from './passphrase-keys.js';
import { demoKey } from './test-support/fixtures.js';
import { KNOWN_ANSWERS } from './test-support/known-answers.js';

const ARGON2ID = 2;
const passphrase = 'demo demo demo demo demo demo';
const salt = Buffer.alloc(KDF_SALT_BYTES, 6);

/** Counts its runs and hands out a master key the test can look at afterwards. */
function countedHash(): { hash: PassphraseHash; masterKeys: Buffer[] } {
  const masterKeys: Buffer[] = [];
  const hash: PassphraseHash = () => {
    const masterKey = demoKey(5);
    masterKeys.push(masterKey);
    return Promise.resolve(masterKey);
  };
  return { hash, masterKeys };
}

describe('keys of a passphrase', () => {
  it('are the known answers', () => {
    const { authKey, wrapKey } = derivePassphraseKeys(demoKey(5));
    expect(authKey.toString('hex')).toBe(KNOWN_ANSWERS.authKey);
    expect(wrapKey.toString('hex')).toBe(KNOWN_ANSWERS.wrapKey);
    expect(authVerifier(demoKey(9), authKey).toString('hex')).toBe(KNOWN_ANSWERS.authVerifier);
  });

  it('come from one run, after which the master key is wiped', async () => {
    const { hash, masterKeys } = countedHash();
    const keys = await stretchPassphrase({ passphrase, salt, params: KDF_PARAMS, hash });
    expect(keys).toEqual({ ok: true, value: derivePassphraseKeys(demoKey(5)) });
    expect(masterKeys).toEqual([Buffer.alloc(32)]);
  });

  it('are wiped to zeros', () => {
    const keys = derivePassphraseKeys(demoKey(5));
    wipePassphraseKeys(keys);
    expect([keys.authKey, keys.wrapKey]).toEqual([Buffer.alloc(32), Buffer.alloc(32)]);
  });

  it.each<[string, Partial<KdfParams>]>([
    ['less memory', { memoryKib: KDF_PARAMS.memoryKib - 1 }],
    ['fewer passes', { passes: KDF_PARAMS.passes - 1 }],
    ['no lane', { parallelism: 0 }],
    ['more lanes than libsodium knows', { parallelism: 2 }],
    ['memory beyond the ceiling', { memoryKib: KDF_CEILING.memoryKib + 1 }],
    ['passes beyond the ceiling', { passes: KDF_CEILING.passes + 1 }],
    ['a number that is not one', { memoryKib: Number.NaN }],
  ])('are not made with %s, and no run is started (A9)', async (_, change) => {
    const { hash, masterKeys } = countedHash();
    const params = { ...KDF_PARAMS, ...change };
    const keys = await stretchPassphrase({ passphrase, salt, params, hash });
    expect(keys).toEqual({ ok: false, error: { kind: 'INTEGRITY' } });
    expect(masterKeys).toEqual([]);
  });

  it('are not made with a shortened salt', async () => {
    const { hash } = countedHash();
    const short = salt.subarray(1);
    const keys = await stretchPassphrase({ passphrase, salt: short, params: KDF_PARAMS, hash });
    expect(keys.ok).toBe(false);
  });

  it('are the same whichever library runs Argon2id at the floor (A11)', async () => {
    const { memoryKib, passes, parallelism } = KDF_PARAMS;
    const theirs = await hashRaw(passphrase, {
      algorithm: ARGON2ID,
      memoryCost: memoryKib,
      timeCost: passes,
      parallelism,
      outputLen: 32,
      salt,
    });
    const ours = Buffer.alloc(32);
    sodium.crypto_pwhash(
      ours,
      Buffer.from(passphrase),
      salt,
      passes,
      memoryKib * 1024,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
    );
    expect(theirs.equals(ours)).toBe(true);
    expect(ours.toString('hex')).toBe(KNOWN_ANSWERS.masterKey);
  });
});

describe('a verifier', () => {
  it('is compared by its bytes', () => {
    const verifier = authVerifier(demoKey(9), demoKey(1));
    expect(isSameVerifier(verifier, authVerifier(demoKey(9), demoKey(1)))).toBe(true);
    expect(isSameVerifier(verifier, authVerifier(demoKey(8), demoKey(1)))).toBe(false);
    expect(isSameVerifier(verifier, authVerifier(demoKey(9), demoKey(2)))).toBe(false);
    expect(isSameVerifier(verifier, verifier.subarray(1))).toBe(false);
  });
});
