import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import sodium from 'sodium-native';
import { SERVER_KEYS, type ServerKeys } from '@kinward/platform';
import type { Applicant } from '../domain/applicant.js';

const NONCE_BYTES = 24;
const TAG_BYTES = 16;
/** Every envelope has one of few sizes, so that a length tells nothing. */
const STEP_BYTES = 2_048;

/**
 * Applicants under the server's own key for staff: nobody has keys for somebody without an account, and an answer must
 * be possible (architecture.md, "What is in clear"). A dump alone shows nothing.
 */
@Injectable()
export class ApplicantSeal {
  constructor(@Inject(SERVER_KEYS) private readonly keys: ServerKeys) {}

  /** A keyed hash of an address, the same for the same address. */
  contactKey(organizationId: string, contact: string): Buffer {
    return this.keyOf(`volunteer-contact\0${organizationId}`, contact);
  }

  /** Under what the applications of an address are counted: another key, so that a counter leads to nobody. */
  limitKey(contact: string): string {
    return this.keyOf('volunteer-limit', contact).toString('hex');
  }

  /** Seals an applicant to the application. */
  seal(applicationId: string, applicant: Applicant): Buffer {
    const text = Buffer.from(JSON.stringify(applicant), 'utf8');
    const size = Math.ceil((text.length + 2) / STEP_BYTES) * STEP_BYTES;
    const padded = Buffer.alloc(size);
    padded.writeUInt16BE(text.length, 0);
    text.copy(padded, 2);
    const nonce = Buffer.alloc(NONCE_BYTES);
    sodium.randombytes_buf(nonce);
    const ciphertext = Buffer.alloc(size + TAG_BYTES);
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      ciphertext,
      padded,
      placeOf(applicationId),
      null,
      nonce,
      this.keys.staff,
    );
    return Buffer.concat([nonce, ciphertext]);
  }

  /** Opens it; null when it was changed or moved. */
  open(applicationId: string, sealed: Buffer): Applicant | null {
    if (sealed.length < NONCE_BYTES + TAG_BYTES + 2) return null;
    const padded = Buffer.alloc(sealed.length - NONCE_BYTES - TAG_BYTES);
    try {
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        padded,
        null,
        sealed.subarray(NONCE_BYTES),
        placeOf(applicationId),
        sealed.subarray(0, NONCE_BYTES),
        this.keys.staff,
      );
    } catch {
      return null;
    }
    const text = padded.subarray(2, 2 + padded.readUInt16BE(0)).toString('utf8');
    return JSON.parse(text) as Applicant;
  }

  private keyOf(purpose: string, contact: string): Buffer {
    const normalised = contact.trim().normalize('NFKC').toLowerCase();
    return createHmac('sha256', this.keys.lookup)
      .update(`${purpose}\0`)
      .update(normalised)
      .digest();
  }
}

function placeOf(applicationId: string): Buffer {
  return Buffer.from(JSON.stringify(['v1', 'volunteer-applicant', applicationId]));
}
