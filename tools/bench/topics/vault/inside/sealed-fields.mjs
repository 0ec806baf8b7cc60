import { randomBytes, randomUUID } from 'node:crypto';
import sodium from 'sodium-native';
import { load } from '../../../frame/workspace.mjs';

const { openField, sealField } = await load('libs/vault/dist/domain/sealed-field.js');
const { fieldPlaceBytes } = await load('libs/vault/dist/domain/field-place.js');
const { generateCompartmentKeys } = await load('libs/vault/dist/domain/compartment-keys.js');
const { ENVELOPE_HEADER_BYTES, readEnvelopeHeader } = await load(
  'libs/vault/dist/domain/envelope.js',
);

const CASES = 50;
const FIELDS = 10;
const NONCE_BYTES = 24;
const LONGEST = 500;

/** Fields of 16 to 500 bytes, ten per case, each case under a key of its own. */
export class SealedFields {
  constructor() {
    this.sealed = Array.from({ length: CASES }, sealedCase).flat();
  }

  /** Milliseconds for all fields through the vault's own door. */
  open() {
    const startedAt = performance.now();
    for (const { input } of this.sealed) {
      if (!openField(input).ok) throw new Error('a field did not open');
    }
    return performance.now() - startedAt;
  }

  /** Milliseconds for the same ciphertexts with the place's bytes ready and nothing checked. */
  raw() {
    const startedAt = performance.now();
    for (const { ciphertext, place, nonce, key } of this.sealed) {
      const plaintext = Buffer.alloc(
        ciphertext.length - sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES,
      );
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        plaintext,
        null,
        ciphertext,
        place,
        nonce,
        key,
      );
    }
    return performance.now() - startedAt;
  }
}

function sealedCase() {
  const subject = { organizationId: randomUUID(), subjectId: randomUUID() };
  const compartment = { kind: 'CASE', compartmentId: randomUUID(), tier: 'T1', ...subject };
  const { dataKey, epoch } = generateCompartmentKeys(compartment);
  return Array.from({ length: FIELDS }, (_, index) => {
    const cell = {
      table: 'household_member',
      column: 'sealed_t1',
      rowId: randomUUID(),
      revision: 1,
    };
    const place = { ...compartment, ...cell };
    const plaintext = randomBytes(16 + Math.round((index * (LONGEST - 16)) / (FIELDS - 1)));
    const envelope = sealField({ dataKey, epoch, place, plaintext });
    const start = ENVELOPE_HEADER_BYTES + NONCE_BYTES;
    return {
      input: { dataKey, epoch, place, envelope },
      key: dataKey,
      place: fieldPlaceBytes(place, readEnvelopeHeader(envelope)),
      nonce: envelope.subarray(ENVELOPE_HEADER_BYTES, start),
      ciphertext: envelope.subarray(start),
    };
  });
}
