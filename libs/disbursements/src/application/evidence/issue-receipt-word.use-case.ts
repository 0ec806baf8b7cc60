import { Inject, Injectable } from '@nestjs/common';
import { generatePassphrase } from '@kinward/identity';
import {
  err,
  ok,
  refused,
  wrongState,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import { receiptWord, WORD_DAYS } from '../../domain/receipt-word.js';
import { ReceiptWordRepository } from '../../infrastructure/receipt-word.repository.js';
import { DisbursementDesk } from '../disbursement-desk.js';
import { DisbursementNews } from '../disbursement-news.js';

const WORDABLE = ['APPROVED', 'RELEASED', 'IN_TRANSIT', 'DELIVERED'];
const DAY_MS = 86_400_000;
const TRIES = 5;

/**
 * Makes the word with which the family says that aid arrived. It is shown once and kept as a keyed hash; a new one takes
 * the place of the old one. Errors: NOT_FOUND, also for families of others; WRONG_STATE; REFUSED `NO_WORD_LEFT`.
 */
@Injectable()
export class IssueReceiptWordUseCase {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly words: ReceiptWordRepository,
    private readonly news: DisbursementNews,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    disbursementId: string,
  ): Promise<Result<{ word: string; expiresAt: Date }, DomainError>> {
    const locked = await this.desk.lock(actor, disbursementId, null);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    if (!WORDABLE.includes(row.state)) return err(wrongState(row.state));
    const expiresAt = new Date(this.clock.now().getTime() + WORD_DAYS * DAY_MS);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const word = receiptWord(generatePassphrase().split(' '), this.ids.bytes(2).readUInt16BE());
      const issued = { id: this.ids.next(), disbursementId: row.id, word, expiresAt };
      if (!(await this.words.issue({ ...issued, issuedBy: actor.personId }))) continue;
      await this.news.tell('RECEIPT_WORD_ISSUED', row.id);
      return ok({ word, expiresAt });
    }
    return err(refused('NO_WORD_LEFT'));
  }
}
