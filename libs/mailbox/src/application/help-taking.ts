import { Inject, Injectable } from '@nestjs/common';
import { FamilyRequests, type FieldPath } from '@kinward/intake';
import {
  ok,
  type DomainError,
  type IdGenerator,
  type OrganizationId,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import type { IssuedWords } from '../domain/code.js';
import type { Language } from '../domain/languages.js';
import { familyOf } from './family-door.js';
import { MailboxMaking } from './mailbox-making.js';

/** What a family answered, and in which language it reads. */
export interface AnsweredForm {
  readonly answers: ReadonlyMap<FieldPath, string>;
  readonly language: Language;
}

/** Takes a family's request into an inbox, sealed, with a mailbox of its own. */
@Injectable()
export class HelpTaking {
  constructor(
    private readonly making: MailboxMaking,
    private readonly requests: FamilyRequests,
    private readonly unitOfWork: UnitOfWork,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Errors of {@link FamilyRequests.take}. @param words drawn where they are left out; only a demonstration names some */
  async take(
    organizationId: OrganizationId,
    { answers, language }: AnsweredForm,
    words?: IssuedWords,
  ): Promise<Result<IssuedWords, DomainError>> {
    // Before the transaction: no connection waits for Argon2id.
    const drawn = await (words === undefined
      ? this.making.draw(language)
      : this.making.prepare(words));
    const result = await this.unitOfWork.run(familyOf(organizationId), async () => {
      const taken = await this.requests.take(organizationId, answers);
      if (!taken.ok) return taken;
      const mailboxId = this.ids.next();
      await this.making.store({ ...drawn, ...taken.value, mailboxId, language });
      return ok();
    });
    drawn.publicKey.fill(0);
    return result.ok ? ok(drawn.words) : result;
  }
}
