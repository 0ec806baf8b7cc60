import { hkdfSync } from 'node:crypto';
import sodium from 'sodium-native';
import { err, integrity, ok, type IntegrityError, type Result } from '@kinward/kernel';
import {
  AEAD_KEY_BYTES,
  AEAD_NONCE_BYTES,
  AEAD_TAG_BYTES,
  decrypt,
  encryptInto,
  freshNonce,
} from './authenticated-encryption.js';
import { canonicalBytes } from './canonical-bytes.js';
import { pad, unpad } from './padding.js';

/** What somebody may leave half written. */
export const DRAFT_KINDS = ['OPEN_CASE', 'CASE_NOTE', 'CONTACT_ATTEMPT'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** For which form, about which case. */
export interface DraftFor {
  readonly kind: DraftKind;
  readonly subjectId: string | null;
}

/** A draft without its words. */
export interface DraftHead {
  readonly id: string;
  readonly kind: DraftKind;
  readonly subjectId: string | null;
  /** To the minute. */
  readonly keptAt: Date;
}

/** Longest text of a draft, in bytes of UTF-8: a family with everybody in it, and no library. */
export const DRAFT_BYTES = 48_000;
/** Most drafts one person keeps at a time. */
export const MOST_DRAFTS = 40;
/** How long a draft that nobody goes on with is kept, in days. */
export const DRAFT_DAYS = 14;

/** The one place a draft may be opened in: another person's, another form's or an older text opens nowhere. */
export interface DraftPlace {
  readonly organizationId: string;
  readonly personId: string;
  readonly draftId: string;
  readonly kind: DraftKind;
  /** The case it is about; null for one that does not exist yet. */
  readonly subjectId: string | null;
  readonly revision: number;
}

/**
 * Seals a draft to its writer's own key (decisions.md 10): a symmetric key made of the person's secret key, which the
 * server has only while that person's session is asking. version | nonce (24) | XChaCha20-Poly1305 of the padded text.
 */
export function sealDraft(encryptionSecret: Buffer, place: DraftPlace, text: string): Buffer {
  const plaintext = Buffer.from(text, 'utf8');
  const padded = pad(plaintext);
  const key = draftKey(encryptionSecret);
  const nonce = freshNonce();
  const envelope = Buffer.alloc(HEAD_BYTES + padded.length + AEAD_TAG_BYTES);
  envelope[0] = DRAFT_VERSION;
  nonce.copy(envelope, 1);
  const context = { key, nonce, associatedData: placeBytes(place) };
  encryptInto(envelope.subarray(HEAD_BYTES), padded, context);
  for (const secret of [plaintext, padded, key]) sodium.sodium_memzero(secret);
  return envelope;
}

/** Opens what {@link sealDraft} sealed for the same place; everything else is INTEGRITY. */
export function openDraft(
  encryptionSecret: Buffer,
  place: DraftPlace,
  envelope: Buffer,
): Result<string, IntegrityError> {
  if (envelope[0] !== DRAFT_VERSION) return err(integrity());
  const key = draftKey(encryptionSecret);
  const padded = decrypt(envelope.subarray(HEAD_BYTES), {
    key,
    nonce: envelope.subarray(1, HEAD_BYTES),
    associatedData: placeBytes(place),
  });
  sodium.sodium_memzero(key);
  if (padded === null) return err(integrity());
  const text = unpad(padded)?.toString('utf8');
  sodium.sodium_memzero(padded);
  return text === undefined ? err(integrity()) : ok(text);
}

const DRAFT_VERSION = 0x01;
const HEAD_BYTES = 1 + AEAD_NONCE_BYTES;
const NO_SALT = Buffer.alloc(0);

function draftKey(encryptionSecret: Buffer): Buffer {
  const purpose = 'kinward/person/draft/v1';
  return Buffer.from(hkdfSync('sha256', encryptionSecret, NO_SALT, purpose, AEAD_KEY_BYTES));
}

function placeBytes(place: DraftPlace): Buffer {
  const { organizationId, personId, draftId, kind, subjectId, revision } = place;
  return canonicalBytes([
    'v1',
    'draft',
    organizationId,
    personId,
    draftId,
    kind,
    subjectId,
    revision,
  ]);
}
