import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import sodium from 'sodium-native';
import { SERVER_KEYS, type ServerKeys } from '@kinward/platform';

const NONCE_BYTES = 24;
const TAG_BYTES = 16;
/** Names and addresses are padded to this size, so that a length tells nothing. */
const PADDED_BYTES = 320;

export type StaffField = 'display_name' | 'email';

/**
 * Staff names and e-mail addresses, under the server's own key: unattended mail must be able to read
 * them (architecture.md, "What is in clear"). A dump alone shows neither.
 */
@Injectable()
export class StaffSeal {
  constructor(@Inject(SERVER_KEYS) private readonly keys: ServerKeys) {}

  /** The look-up key of an e-mail address: a keyed hash over its normalised form. */
  loginKey(email: string): Buffer {
    const normalised = email.trim().normalize('NFKC').toLowerCase();
    return createHmac('sha256', this.keys.lookup).update(normalised).digest();
  }

  /** Seals a text to its person and field. @throws Error above 318 bytes */
  seal(personId: string, field: StaffField, text: string): Buffer {
    const padded = Buffer.alloc(PADDED_BYTES);
    const bytes = Buffer.from(text, 'utf8');
    if (bytes.length > PADDED_BYTES - 2) throw new Error('a staff field is too long');
    padded.writeUInt16BE(bytes.length, 0);
    bytes.copy(padded, 2);
    const nonce = Buffer.alloc(NONCE_BYTES);
    sodium.randombytes_buf(nonce);
    const ciphertext = Buffer.alloc(PADDED_BYTES + TAG_BYTES);
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      ciphertext,
      padded,
      place(personId, field),
      null,
      nonce,
      this.keys.staff,
    );
    return Buffer.concat([nonce, ciphertext]);
  }

  /** Opens a sealed text. @throws Error when it was changed or moved */
  open(personId: string, field: StaffField, sealed: Buffer): string {
    const padded = Buffer.alloc(PADDED_BYTES);
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      padded,
      null,
      sealed.subarray(NONCE_BYTES),
      place(personId, field),
      sealed.subarray(0, NONCE_BYTES),
      this.keys.staff,
    );
    return padded.subarray(2, 2 + padded.readUInt16BE(0)).toString('utf8');
  }
}

function place(personId: string, field: StaffField): Buffer {
  return Buffer.from(JSON.stringify(['v1', 'staff', personId, field]));
}
