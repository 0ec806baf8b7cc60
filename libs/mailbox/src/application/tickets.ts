import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isUuid, toId, type Clock, type OrganizationId } from '@kinward/kernel';
import { CLOCK, SERVER_KEYS, type ServerKeys } from '@kinward/platform';

/** A mailbox that somebody has opened with its words. */
export interface Visit {
  readonly organizationId: OrganizationId;
  readonly mailboxId: string;
  /** Opens the family's side; wiped by whoever made the visit. */
  readonly seed: Buffer;
}

/** Minutes for which a page may be answered. */
export const TICKET_MINUTES = 15;

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const NO_SALT = Buffer.alloc(0);

interface Told {
  readonly o: string;
  readonly m: string;
  readonly s: string;
  readonly e: number;
}

/**
 * What a page carries in a hidden field so that nobody types eight words twice: the visit under a key of the server's.
 * No two are alike, nothing of it is kept here, and it is over after {@link TICKET_MINUTES}.
 */
@Injectable()
export class Tickets {
  private readonly key: Buffer;

  constructor(
    @Inject(SERVER_KEYS) serverKeys: ServerKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.key = Buffer.from(
      hkdfSync('sha256', serverKeys.challenge, NO_SALT, 'kinward/mailbox/1/ticket', KEY_BYTES),
    );
  }

  issue({ organizationId, mailboxId, seed }: Visit): string {
    const expiresAt = this.clock.now().getTime() + TICKET_MINUTES * 60_000;
    const told: Told = { o: organizationId, m: mailboxId, s: seed.toString('hex'), e: expiresAt };
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce);
    const body = Buffer.concat([cipher.update(JSON.stringify(told), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** Null for anything that is not a ticket of ours, or is too old. */
  read(ticket: unknown): Visit | null {
    if (typeof ticket !== 'string') return null;
    const bytes = Buffer.from(ticket, 'base64url');
    if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
    const told = this.open(bytes);
    if (told === null || told.e < this.clock.now().getTime()) return null;
    if (!isUuid(told.o) || !isUuid(told.m)) return null;
    const organizationId = toId<'Organization'>(told.o);
    return { organizationId, mailboxId: told.m, seed: Buffer.from(told.s, 'hex') };
  }

  private open(bytes: Buffer): Told | null {
    const body = NONCE_BYTES + TAG_BYTES;
    try {
      const decipher = createDecipheriv(ALGORITHM, this.key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, body));
      const plain = Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]);
      return JSON.parse(plain.toString('utf8')) as Told;
    } catch {
      return null;
    }
  }
}
