import { Injectable } from '@nestjs/common';
import { CaseCards } from '@kinward/funding';
import {
  err,
  notFound,
  ok,
  staleVersion,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { BackReason } from '../domain/public-text.js';
import { PublicTextRepository } from '../infrastructure/public-text.repository.js';
import { TextRecords } from './text-records.js';

/** A second person gives a proposed text back to its authors. Errors: NOT_FOUND, STALE_VERSION, WRONG_STATE. */
@Injectable()
export class SendBackPublicTextUseCase {
  constructor(
    private readonly texts: PublicTextRepository,
    private readonly records: TextRecords,
  ) {}

  async execute(command: {
    readonly textId: string;
    readonly version: number;
    readonly reason: BackReason;
  }): Promise<Result<void, DomainError>> {
    const { textId, version, reason } = command;
    const text = await this.texts.lock(textId);
    if (text === null) return err(notFound());
    if (text.state !== 'PROPOSED') return err(wrongState(text.state));
    if (text.version !== version) return err(staleVersion(text.version));
    await this.texts.sendBack(textId, reason);
    this.records.tell('PUBLIC_TEXT_SENT_BACK', textId, reason);
    return ok();
  }
}

/**
 * Takes a text back at once, wherever it stands. What the donors of a card gave and nobody has promised yet goes where they
 * wanted (decision 18). Needs no version: taking back never waits for reading again. Errors: NOT_FOUND; WRONG_STATE for a
 * text that is withdrawn, or whose card has ended.
 */
@Injectable()
export class WithdrawPublicTextUseCase {
  constructor(
    private readonly texts: PublicTextRepository,
    private readonly cards: CaseCards,
    private readonly records: TextRecords,
  ) {}

  async execute(textId: string): Promise<Result<void, DomainError>> {
    const known = await this.texts.lock(textId);
    if (known === null) return err(notFound());
    if (known.state === 'WITHDRAWN') return err(wrongState(known.state));
    if (known.kind === 'CARD' && known.cardId !== null) {
      const withdrawn = await this.cards.withdraw(known.cardId);
      if (!withdrawn.ok) return withdrawn;
    }
    await this.texts.withdraw(textId);
    this.records.tell('PUBLIC_TEXT_WITHDRAWN', textId);
    return ok();
  }
}
