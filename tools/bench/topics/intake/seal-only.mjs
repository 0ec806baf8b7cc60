import sodium from 'sodium-native';

/** Padded lengths of the two parts of a request, in bytes: who it is, and what it says. */
const PARTS = [512, 1_024];

/** Seals so many rows to a public key and does nothing else. */
export function sealOnly(count) {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  sodium.crypto_box_keypair(publicKey, Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES));
  const startedAt = performance.now();
  for (let row = 0; row < count; row += 1) {
    for (const length of PARTS) {
      const box = Buffer.alloc(length + sodium.crypto_box_SEALBYTES);
      sodium.crypto_box_seal(box, Buffer.alloc(length, row % 251), publicKey);
    }
  }
  return Promise.resolve({ count, seconds: (performance.now() - startedAt) / 1_000 });
}
