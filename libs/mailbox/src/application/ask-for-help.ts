import { Inject, Injectable } from '@nestjs/common';
import { FamilyRequests, type FieldPath } from '@kinward/intake';
import { err, ok, refused, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import type { IssuedWords } from '../domain/code.js';
import type { Language } from '../domain/languages.js';
import { DoorLimiter } from '../infrastructure/door-limiter.js';
import { FamilyDoor, familyOf } from './family-door.js';
import { MailboxMaking } from './mailbox-making.js';

export interface HelpAsked {
  readonly answers: ReadonlyMap<FieldPath, string>;
  readonly language: Language;
  /** Null where nobody can tell. */
  readonly addressGroup: string | null;
}

/**
 * Takes a family's request into the inbox, sealed, and gives the words with which it comes back. Errors: REFUSED
 * `TOO_MANY_ATTEMPTS`, `NO_DOOR` where no organisation takes requests here; those of {@link FamilyRequests.take}.
 */
@Injectable()
export class AskForHelp {
  constructor(
    private readonly limiter: DoorLimiter,
    private readonly door: FamilyDoor,
    private readonly making: MailboxMaking,
    private readonly requests: FamilyRequests,
    private readonly unitOfWork: UnitOfWork,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(asked: HelpAsked): Promise<Result<IssuedWords, DomainError>> {
    if (!(await this.limiter.admit('ASK', asked.addressGroup))) {
      return err(refused('TOO_MANY_ATTEMPTS'));
    }
    const organizationId = await this.door.organization();
    if (organizationId === null) return err(refused('NO_DOOR'));
    // Before the transaction: no connection waits for Argon2id.
    const drawn = await this.making.draw(asked.language);
    const result = await this.unitOfWork.run(familyOf(organizationId), async () => {
      const taken = await this.requests.take(organizationId, asked.answers);
      if (!taken.ok) return taken;
      const mailboxId = this.ids.next();
      await this.making.store({ ...drawn, ...taken.value, mailboxId, language: asked.language });
      return ok();
    });
    drawn.publicKey.fill(0);
    return result.ok ? ok(drawn.words) : result;
  }
}
