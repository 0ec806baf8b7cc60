import { Injectable } from '@nestjs/common';
import { CaseCards } from '@kinward/funding';
import { err, isUuid, notFound, ok, type DomainError, type Result } from '@kinward/kernel';

/**
 * Takes a card back at once; what its donors gave and nobody has promised yet goes where they wanted (decision 18).
 * Errors: NOT_FOUND; WRONG_STATE for a card that has ended.
 */
@Injectable()
export class WithdrawCaseCardUseCase {
  constructor(private readonly cards: CaseCards) {}

  async execute(cardId: string): Promise<Result<{ readonly cardId: string }, DomainError>> {
    if (!isUuid(cardId)) return err(notFound());
    const withdrawn = await this.cards.withdraw(cardId);
    return withdrawn.ok ? ok({ cardId }) : withdrawn;
  }
}
