import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sodium from 'sodium-native';
import { canonicalBytes } from '@kinward/identity';
import { err, integrity, ok, type IntegrityError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { pad, unpad } from '../domain/padding.js';
import { closeSealedBox, openSealedBox, type SealingKeyPair } from '../domain/sealed-box.js';
import { CertifiedPeople } from './certified-people.js';
import type { Cell } from './sealed-json.js';

/** One copy of a text, which one person opens. */
export interface PersonalCopy {
  readonly personId: string;
  readonly sealed: Buffer;
}

const PLACE_BYTES = 32;

/**
 * Seals to people by name, without anybody's session: for what must not be read by whoever holds a case or an inbox, such
 * as a complaint about them. Says nothing about who wrote it.
 */
@Injectable()
export class PersonalSealing {
  constructor(private readonly people: CertifiedPeople) {}

  /** A copy for each of the people who is certified; the others get none. */
  async seal(
    personIds: readonly string[],
    cell: Cell,
    value: unknown,
  ): Promise<readonly PersonalCopy[]> {
    const plaintext = Buffer.from(JSON.stringify(value), 'utf8');
    const padded = pad(plaintext);
    try {
      return [...(await this.people.among(personIds))].map(([personId, { publicKeys }]) => {
        const content = Buffer.concat([placeOf(personId, cell), padded]);
        const sealed = closeSealedBox(publicKeys.encryption, content);
        content.fill(0);
        return { personId, sealed };
      });
    } finally {
      plaintext.fill(0);
      padded.fill(0);
    }
  }

  /** The actor's own copy; anything else is INTEGRITY. */
  open<Value>(actor: Actor, cell: Cell, sealed: Buffer): Result<Value, IntegrityError> {
    const keyPair = boxKeyPair(actor.keys.encryptionSecret());
    const content = openSealedBox(keyPair, sealed);
    if (content === null) return err(integrity());
    try {
      const isHere = timingSafeEqual(
        content.subarray(0, PLACE_BYTES),
        placeOf(actor.personId, cell),
      );
      const plaintext = isHere ? unpad(content.subarray(PLACE_BYTES)) : null;
      if (plaintext === null) return err(integrity());
      return ok(JSON.parse(plaintext.toString('utf8')) as Value);
    } finally {
      content.fill(0);
    }
  }
}

function placeOf(personId: string, { table, column, rowId, revision }: Cell): Buffer {
  const place = canonicalBytes(['v1', 'personal', personId, table, column, rowId, revision]);
  return createHash('sha256').update(place).digest();
}

function boxKeyPair(secretKey: Buffer): SealingKeyPair {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  sodium.crypto_scalarmult_base(publicKey, secretKey);
  return { publicKey, secretKey };
}
