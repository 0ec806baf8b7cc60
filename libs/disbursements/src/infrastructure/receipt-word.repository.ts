import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@kinward/kernel';
import { CLOCK, SERVER_KEYS, UnitOfWork, type ServerKeys } from '@kinward/platform';
import { normaliseWord } from '../domain/receipt-word.js';

/** One-time words, as keyed hashes. */
@Injectable()
export class ReceiptWordRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(SERVER_KEYS) private readonly keys: ServerKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Stores a word; earlier ones of the same disbursement no longer count. False when the word is taken. */
  async issue(input: {
    readonly id: string;
    readonly disbursementId: string;
    readonly word: string;
    readonly issuedBy: string;
    readonly expiresAt: Date;
  }): Promise<boolean> {
    const now = this.clock.now();
    await this.unitOfWork.execute(
      'UPDATE receipt_word SET expires_at = $2 WHERE disbursement_id = $1 AND used_at IS NULL AND expires_at > $2',
      [input.disbursementId, now],
    );
    const added = await this.unitOfWork.execute(
      `INSERT INTO receipt_word (id, organization_id, disbursement_id, word_key, issued_by, issued_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [
        input.id,
        this.unitOfWork.scope().organizationId,
        input.disbursementId,
        this.keyOf(input.word),
        input.issuedBy,
        now,
        input.expiresAt,
      ],
    );
    return added > 0;
  }

  /** Whose word it is; asked before an organisation is known. */
  async find(word: string): Promise<{ id: string; organizationId: string } | null> {
    const [row] = await this.unitOfWork.query<{ id: string; organization_id: string }>(
      'SELECT id, organization_id FROM find_receipt_word($1)',
      [this.keyOf(word)],
    );
    return row === undefined ? null : { id: row.id, organizationId: row.organization_id };
  }

  /** The disbursement of a word that is still good, without using it. */
  async disbursementOf(id: string): Promise<string | null> {
    const [row] = await this.unitOfWork.query<{ disbursement_id: string }>(
      'SELECT disbursement_id FROM receipt_word WHERE id = $1 AND used_at IS NULL AND expires_at > $2',
      [id, this.clock.now()],
    );
    return row?.disbursement_id ?? null;
  }

  /** Uses a word; false when somebody else just did. */
  async use(id: string): Promise<boolean> {
    const used = await this.unitOfWork.execute(
      'UPDATE receipt_word SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2',
      [id, this.clock.now()],
    );
    return used > 0;
  }

  /** A keyed hash of the word, in whatever way it was typed. */
  keyOf(word: string): Buffer {
    return createHmac('sha256', this.keys.lookup)
      .update(`kinward/receipt-word/1\0${normaliseWord(word)}`)
      .digest();
  }
}
