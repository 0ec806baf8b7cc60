/** Child process of nonce.spec.ts: seals `count` fields and writes their nonces, 24 bytes each. */
import { writeSync } from 'node:fs';
import { AEAD_NONCE_BYTES } from '../authenticated-encryption.js';
import { ENVELOPE_HEADER_BYTES } from '../envelope.js';
import { sealField } from '../sealed-field.js';
import { demoEpoch, demoKey, demoPlace } from './fixtures.js';

const count = Number(process.argv[2]);
const plaintext = Buffer.from('Demo-text');
const nonces = Buffer.alloc(count * AEAD_NONCE_BYTES);
const dataKey = demoKey(7);

for (let index = 0; index < count; index += 1) {
  const envelope = sealField({ dataKey, epoch: demoEpoch, place: demoPlace, plaintext });
  envelope.copy(
    nonces,
    index * AEAD_NONCE_BYTES,
    ENVELOPE_HEADER_BYTES,
    ENVELOPE_HEADER_BYTES + AEAD_NONCE_BYTES,
  );
}

let written = 0;
while (written < nonces.length) written += writeSync(1, nonces, written);
