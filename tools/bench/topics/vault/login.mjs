import { hashRaw } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { DeskClient } from '../../frame/desk-client.mjs';
import { median } from '../../frame/statistics.mjs';
import { load } from '../../frame/workspace.mjs';
import { forgetAttempts } from './as-operator.mjs';

const ROUNDS = 30;
const ARGON2ID = 2;
const MASTER_KEY_BYTES = 32;

/** Sign-in beside the passphrase hash alone, which is most of it and is meant to be slow. */
export const loginPart = {
  name: 'login',
  figures: [
    {
      key: 'login_ms',
      unit: 'ms',
      goal: { atLeast: 40, atMost: 250 },
      says: 'one sign-in over HTTP',
    },
    { key: 'login_argon2_ms', unit: 'ms', says: 'the limit: its Argon2id run alone' },
  ],

  async prepare({ bench, desk, people, addresses }) {
    const { KDF_PARAMS } = await load('libs/identity/dist/domain/keys/kdf-params.js');
    const client = new DeskClient(desk.port);
    bench.onClose(() => client.close());
    const timed = async (work) => {
      const startedAt = performance.now();
      await work();
      return performance.now() - startedAt;
    };
    const hash = (passphrase) =>
      hashRaw(passphrase, {
        algorithm: ARGON2ID,
        memoryCost: KDF_PARAMS.memoryKib,
        timeCost: KDF_PARAMS.passes,
        parallelism: KDF_PARAMS.parallelism,
        outputLen: MASTER_KEY_BYTES,
        salt: randomBytes(16),
      });
    const someone = (round) => people[round % people.length];
    await forgetAttempts(addresses.adminUrl);
    return {
      rounds: bench.quick ? 6 : ROUNDS,
      variants: {
        login: (round) => timed(() => client.login(someone(round))),
        argon2: (round) => timed(() => hash(someone(round).passphrase)),
      },
      figures: ({ login, argon2 }) => ({
        login_ms: median(login),
        login_argon2_ms: median(argon2),
      }),
    };
  },
};
