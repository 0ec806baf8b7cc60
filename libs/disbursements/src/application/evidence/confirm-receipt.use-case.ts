import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { err, ok, refused, toId, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { ReceiptLimiter } from '../../infrastructure/receipt-limiter.js';
import { ReceiptWordRepository } from '../../infrastructure/receipt-word.repository.js';
import { ReceiptRecording } from './receipt-recording.js';

/** Milliseconds that every answer takes at least: longer than a known word needs. */
const SHORTEST_ANSWER_MS = 300;

/**
 * The family says that aid arrived. Whoever asks learns nothing: a right, a wrong, a used and a late word get the same
 * answer after the same time. The only other answer is REFUSED `TOO_MANY_ATTEMPTS`, which does not depend on whether a word
 * is right: it comes when too many were tried from one address, with one beginning, or in all.
 */
@Injectable()
export class ConfirmReceiptUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limiter: ReceiptLimiter,
    private readonly words: ReceiptWordRepository,
    private readonly recording: ReceiptRecording,
  ) {}

  async execute(word: string, addressGroup: string | null): Promise<Result<void, DomainError>> {
    const startedAt = performance.now();
    if (!(await this.limiter.admit(word, addressGroup))) return err(refused('TOO_MANY_ATTEMPTS'));
    // Units of their own: the request's unit stays without a connection while these have one.
    const nobody = { organizationId: null, personId: null };
    const found = await this.unitOfWork.read(nobody, () => this.words.find(word));
    if (found !== null) {
      const organizationId = toId<'Organization'>(found.organizationId);
      const scope = { organizationId, personId: null, visitor: 'FAMILY' } as const;
      // A word for something that went another way is not an answer's business.
      await this.unitOfWork.run(scope, () => this.recording.record(found.id));
    }
    await sleep(Math.max(0, SHORTEST_ANSWER_MS - (performance.now() - startedAt)));
    return ok();
  }
}
