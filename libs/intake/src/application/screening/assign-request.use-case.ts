import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { ScreeningRepository } from '../../infrastructure/screening.repository.js';
import { ScreeningDesk, type ChangedRequest, type RequestReference } from './screening-desk.js';

export interface AssignRequestCommand extends RequestReference {
  readonly screenerId: string;
}

/**
 * Gives a card to a screener. That is work, not access: the card opens for every holder of the inbox's key. Errors:
 * invalid `screenerId`; REFUSED `NOT_A_SCREENER`; NOT_FOUND; WRONG_STATE.
 */
@Injectable()
export class AssignRequestUseCase {
  constructor(
    private readonly desk: ScreeningDesk,
    private readonly requests: ScreeningRepository,
  ) {}

  async execute(
    actor: Actor,
    command: AssignRequestCommand,
  ): Promise<Result<ChangedRequest, DomainError>> {
    const { screenerId } = command;
    if (!(await this.requests.isScreener(screenerId))) {
      return err(invalidInput('screenerId', 'NOT_A_SCREENER'));
    }
    const begun = await this.desk.begin(actor, command, 'ASSIGN');
    if (!begun.ok) return begun;
    const row = begun.value;
    const state = row.state === 'INBOX' ? 'SCREENING' : row.state;
    return ok(await this.desk.finish(row, { state, screenerId }, 'REQUEST_ASSIGNED'));
  }
}
