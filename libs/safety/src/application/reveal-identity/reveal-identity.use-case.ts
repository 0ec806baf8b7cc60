import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  notFound,
  ok,
  refused,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { AuditTrail, CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import { CaseAccess } from '@kinward/cases';
import { REVEAL_MINUTES, REVEAL_PURPOSES } from '../../domain/reveal-purpose.js';
import { DisclosureRepository } from '../../infrastructure/disclosure.repository.js';
import { IdentityReader, type RevealedIdentity } from './identity.reader.js';

export interface RevealIdentityCommand {
  readonly caseId: string;
  readonly purpose: string;
}

export interface Reveal extends RevealedIdentity {
  readonly expiresAt: Date;
}

/**
 * Shows who and where a family is, for a stated purpose and 15 minutes, and writes the disclosure log in the same
 * transaction. Errors: invalid `purpose`; NOT_FOUND without a grant to the identities; REFUSED with
 * `QUARANTINED`, when nobody may look; INTEGRITY.
 */
@Injectable()
export class RevealIdentityUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly reader: IdentityReader,
    private readonly disclosures: DisclosureRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    command: RevealIdentityCommand,
  ): Promise<Result<Reveal, DomainError>> {
    const { caseId, purpose } = command;
    if (!(REVEAL_PURPOSES as readonly string[]).includes(purpose)) {
      return err(invalidInput('purpose', 'UNKNOWN_CODE'));
    }
    const opened = await this.access.read(actor, caseId);
    if (!opened.ok) return opened;
    const { row, identity } = opened.value;
    if (identity === null) return err(notFound());
    if (row.state === 'QUARANTINED') return err(refused('QUARANTINED'));
    const revealed = await this.reader.read(caseId, identity);
    if (!revealed.ok) return revealed;
    const openedAt = this.clock.now();
    const expiresAt = new Date(openedAt.getTime() + REVEAL_MINUTES * 60_000);
    await this.disclosures.add({
      id: this.ids.next(),
      organizationId: actor.organizationId,
      caseId,
      personId: actor.personId,
      purpose,
      fieldCount: revealed.value.rowCount,
      openedAt,
      expiresAt,
    });
    this.audit.record({
      action: 'IDENTITY_REVEALED',
      subjectKind: 'CASE',
      subjectId: caseId,
      reason: purpose,
    });
    return ok({ ...revealed.value, expiresAt });
  }
}
