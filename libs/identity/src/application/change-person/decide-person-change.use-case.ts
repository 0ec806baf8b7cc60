import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  type Clock,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { AuditTrail, CLOCK, type Actor } from '@kinward/platform';
import { lowers, type Authority } from '../../domain/authority.js';
import { AuthorityRepository } from '../../infrastructure/authority.repository.js';
import type {
  PersonChangeRow,
  PersonChangeState,
} from '../../infrastructure/person-change.entity.js';

export interface DecidePersonChangeCommand {
  readonly changeId: string;
  readonly isAccepted: boolean;
}

/**
 * The second person's word on a change that adds power. Whoever proposed it may only withdraw it; whom it concerns says
 * nothing. Errors: NOT_FOUND; REFUSED with `ALREADY_DECIDED`, `CHANGE_NEEDS_ANOTHER`, `NOT_YOURSELF`, `LAST_OF_ROLE`, or
 * `CHANGED_MEANWHILE` where the person is not any more as the proposal found them.
 */
@Injectable()
export class DecidePersonChangeUseCase {
  constructor(
    private readonly authorities: AuthorityRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    { changeId, isAccepted }: DecidePersonChangeCommand,
  ): Promise<Result<PersonChangeState, DomainError>> {
    const change = await this.authorities.lockChange(changeId);
    if (change === null) return err(notFound());
    if (change.state !== 'PROPOSED') return err(refused('ALREADY_DECIDED'));
    const { personId, proposedBy } = change;
    if (personId === actor.personId) return err(refused('NOT_YOURSELF'));
    const isOwn = proposedBy === actor.personId;
    if (isOwn && isAccepted) return err(refused('CHANGE_NEEDS_ANOTHER'));
    if (isAccepted) {
      const applied = await this.apply(change);
      if (!applied.ok) return applied;
    }
    const state = isAccepted ? 'APPLIED' : isOwn ? 'WITHDRAWN' : 'REFUSED';
    const decidedAt = this.clock.now();
    await this.authorities.decide(changeId, { state, decidedBy: actor.personId, decidedAt });
    const action = isAccepted ? 'PERSON_CHANGED' : 'PERSON_CHANGE_REFUSED';
    this.audit.record({ action, subjectKind: 'PERSON', subjectId: personId, reason: state });
    return ok(state);
  }

  private async apply(change: PersonChangeRow): Promise<Result<void, DomainError>> {
    const { personId } = change;
    const present = await this.authorities.lock(personId);
    const before: Authority = {
      roles: change.rolesBefore,
      screener: change.screenerBefore,
      standing: change.standingBefore,
    };
    if (present === null || !isSame(present, before)) return err(refused('CHANGED_MEANWHILE'));
    const after: Authority = {
      roles: change.rolesAfter,
      screener: change.screenerAfter,
      standing: change.standingAfter,
    };
    if (await this.authorities.isLast(personId, before, after)) return err(refused('LAST_OF_ROLE'));
    await this.authorities.apply(personId, after, lowers(before, after));
    return ok();
  }
}

function isSame(one: Authority, other: Authority): boolean {
  const rolesOf = ({ roles }: Authority): string => [...roles].sort().join(' ');
  return (
    rolesOf(one) === rolesOf(other) &&
    one.screener === other.screener &&
    one.standing === other.standing
  );
}
