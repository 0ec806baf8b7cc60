import { Injectable } from '@nestjs/common';
import type { DomainError, Result } from '@kinward/kernel';
import type { TextDraft } from '../domain/public-text.js';
import { GateKeeper, type Inspection } from './gate-keeper.js';

/** What the gate would say of a text that is being written; nothing of it is kept. */
@Injectable()
export class CheckPublicTextQuery {
  constructor(private readonly gate: GateKeeper) {}

  /** Errors: those of `GateKeeper.inspect`. */
  execute(draft: TextDraft, textId: string | null): Promise<Result<Inspection, DomainError>> {
    return this.gate.inspect({ ...draft, body: draft.body.trim() }, textId);
  }
}
