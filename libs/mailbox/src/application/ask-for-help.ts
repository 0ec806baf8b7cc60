import { Injectable } from '@nestjs/common';
import { err, refused, type DomainError, type Result } from '@kinward/kernel';
import type { IssuedWords } from '../domain/code.js';
import { DoorLimiter } from '../infrastructure/door-limiter.js';
import { FamilyDoor } from './family-door.js';
import { HelpTaking, type AnsweredForm } from './help-taking.js';

export interface HelpAsked extends AnsweredForm {
  /** Null where nobody can tell. */
  readonly addressGroup: string | null;
}

/**
 * Takes a family's request into the inbox, sealed, and gives the words with which it comes back. Errors: REFUSED
 * `TOO_MANY_ATTEMPTS`, `NO_DOOR` where no organisation takes requests here; those of {@link HelpTaking.take}.
 */
@Injectable()
export class AskForHelp {
  constructor(
    private readonly limiter: DoorLimiter,
    private readonly door: FamilyDoor,
    private readonly taking: HelpTaking,
  ) {}

  async execute(asked: HelpAsked): Promise<Result<IssuedWords, DomainError>> {
    if (!(await this.limiter.admit('ASK', asked.addressGroup))) {
      return err(refused('TOO_MANY_ATTEMPTS'));
    }
    const organizationId = await this.door.organization();
    if (organizationId === null) return err(refused('NO_DOOR'));
    return this.taking.take(organizationId, asked);
  }
}
