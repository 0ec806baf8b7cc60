import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { AuditTrail, CLOCK, ID_GENERATOR, type Actor, type Role } from '@kinward/platform';
import { checkAuthority, lowers, raises, type Authority } from '../../domain/authority.js';
import type { Standing } from '../../domain/standing.js';
import { AuthorityRepository } from '../../infrastructure/authority.repository.js';
import { CertificateRepository } from '../../infrastructure/certificate.repository.js';
import type { PersonChangeRow } from '../../infrastructure/person-change.entity.js';

/** What is left out stays as it is. */
export interface ChangePersonCommand {
  readonly personId: string;
  readonly roles?: readonly Role[] | null;
  readonly screener?: boolean | null;
  readonly standing?: Standing | null;
}

/** A change, and whether it waits for somebody else. */
export interface PersonChangeMade {
  readonly changeId: string;
  readonly awaitsSecond: boolean;
}

/**
 * Changes what somebody may do. What takes away holds at once and ends the sessions of the person; what adds anything waits
 * for a second person. Errors: NOT_FOUND; REFUSED with `NOT_YOURSELF`, `CHANGE_AWAITS_SECOND`, `LAST_OF_ROLE` and those
 * of {@link checkAuthority}.
 */
@Injectable()
export class ChangePersonUseCase {
  constructor(
    private readonly authorities: AuthorityRepository,
    private readonly certificates: CertificateRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    command: ChangePersonCommand,
  ): Promise<Result<PersonChangeMade, DomainError>> {
    const { personId } = command;
    if (personId === actor.personId) return err(refused('NOT_YOURSELF'));
    const before = await this.authorities.lock(personId);
    if (before === null) return err(notFound());
    const after: Authority = {
      roles: [...new Set(command.roles ?? before.roles)].sort(),
      screener: command.screener ?? before.screener,
      standing: command.standing ?? before.standing,
    };
    const certificate = (await this.certificates.byIds([personId])).get(personId);
    const isOnlyProbation = certificate?.ok === true && certificate.value.level === 'PROBATION';
    const checked = checkAuthority(before, after, isOnlyProbation);
    if (!checked.ok) return checked;
    const isProposal = raises(before, after);
    if (isProposal && (await this.authorities.hasProposal(personId))) {
      return err(refused('CHANGE_AWAITS_SECOND'));
    }
    if (await this.authorities.isLast(personId, before, after)) return err(refused('LAST_OF_ROLE'));
    const row = this.rowOf(actor, personId, { before, after, isProposal });
    await this.authorities.add(row);
    if (!isProposal) await this.authorities.apply(personId, after, lowers(before, after));
    const action = isProposal ? 'PERSON_CHANGE_PROPOSED' : 'PERSON_CHANGED';
    this.audit.record({
      action,
      subjectKind: 'PERSON',
      subjectId: personId,
      reason: after.standing,
    });
    return ok({ changeId: row.id, awaitsSecond: isProposal });
  }

  private rowOf(
    { organizationId, personId: proposedBy }: Actor,
    personId: string,
    { before, after, isProposal }: { before: Authority; after: Authority; isProposal: boolean },
  ): PersonChangeRow {
    const now = this.clock.now();
    return {
      ...{ id: this.ids.next(), organizationId, personId, proposedBy, proposedAt: now },
      rolesBefore: [...before.roles] as Role[],
      screenerBefore: before.screener,
      standingBefore: before.standing,
      rolesAfter: [...after.roles] as Role[],
      screenerAfter: after.screener,
      standingAfter: after.standing,
      state: isProposal ? 'PROPOSED' : 'APPLIED',
      decidedBy: isProposal ? null : proposedBy,
      decidedAt: isProposal ? null : now,
    };
  }
}
