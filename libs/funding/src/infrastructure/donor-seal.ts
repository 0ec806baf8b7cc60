import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import sodium from 'sodium-native';
import { SERVER_KEYS, type ServerKeys } from '@kinward/platform';

const NONCE_BYTES = 24;
const TAG_BYTES = 16;
/** Addresses are padded to this size, so that a length tells nothing. */
const PADDED_BYTES = 320;

/** Donors' e-mail addresses under the server's own key, and the keyed hashes by which anything of theirs is found. */
@Injectable()
export class DonorSeal {
  constructor(@Inject(SERVER_KEYS) private readonly keys: ServerKeys) {}

  /** The look-up key of a private link's token. */
  linkKey(token: string): Buffer {
    return createHmac('sha256', this.keys.lookup).update('donor-link\0').update(token).digest();
  }

  /** The look-up key of an address. */
  emailKey(email: string): Buffer {
    return this.keyOf('donor-email', email);
  }

  /** Under what the gifts of an address are counted: another key, so that a counter leads to no donor. */
  limitKey(email: string): string {
    return this.keyOf('donor-limit', email).toString('hex');
  }

  private keyOf(purpose: string, email: string): Buffer {
    const normalised = email.trim().normalize('NFKC').toLowerCase();
    return createHmac('sha256', this.keys.lookup)
      .update(`${purpose}\0`)
      .update(normalised)
      .digest();
  }

  /** Seals an address to its donor. @throws Error above 318 bytes */
  sealEmail(donorId: string, email: string): Buffer {
    const padded = Buffer.alloc(PADDED_BYTES);
    const bytes = Buffer.from(email, 'utf8');
    if (bytes.length > PADDED_BYTES - 2) throw new Error('an address is too long');
    padded.writeUInt16BE(bytes.length, 0);
    bytes.copy(padded, 2);
    const nonce = Buffer.alloc(NONCE_BYTES);
    sodium.randombytes_buf(nonce);
    const ciphertext = Buffer.alloc(PADDED_BYTES + TAG_BYTES);
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      ciphertext,
      padded,
      Buffer.from(`kinward/donor/email/${donorId}`),
      null,
      nonce,
      this.keys.donor,
    );
    return Buffer.concat([nonce, ciphertext]);
  }
}
