import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import type { Actor } from '@kinward/platform';
import { checkReason, EXPOSED, type VettingReasonList } from '../domain/volunteer-codes.js';
import type { VolunteerRow } from '../infrastructure/volunteer.entity.js';
import type { ChangedVetting } from './changed-vetting.js';
import { RefereeReviews } from './referee-reviews.js';
import { VettingAccess } from './vetting-access.js';
import { VolunteerMover, type VolunteerMove } from './volunteer-mover.js';

/** What can be decided on a volunteer; `RECHECK` renews somebody whose re-check is not due yet. */
export type VolunteerDecision =
  'ACTIVATE' | 'RECHECK' | 'REINSTATE' | 'SUSPEND' | 'REVOKE' | 'RESIGN' | 'FALL_DUE';

export interface DecideVolunteerCommand {
  readonly volunteerId: string;
  readonly version?: number | null;
  /** A code of the decision's list, where it has one. */
  readonly reason?: string | null;
}

const REASONS: Readonly<Partial<Record<VolunteerDecision, VettingReasonList>>> = {
  SUSPEND: 'SUSPEND',
  REVOKE: 'REVOKE',
  FALL_DUE: 'RECHECK',
};

/**
 * Decides on somebody who has an account. Every way up takes a security officer and a coordinator; suspending takes one
 * person and ends every session at once. Errors: INVALID_INPUT `reason`; NOT_FOUND; STALE_VERSION; WRONG_STATE; REFUSED
 * with the name of a guard, or `VETTING_ROLE_NOT_ALLOWED`.
 */
@Injectable()
export class DecideVolunteerUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly settings: OrganizationSettingsQuery,
    private readonly mover: VolunteerMover,
    private readonly reviews: RefereeReviews,
  ) {}

  async execute(
    actor: Actor,
    decision: VolunteerDecision,
    command: DecideVolunteerCommand,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const reason = reasonOf(decision, command.reason ?? null);
    if (!reason.ok) return reason;
    const locked = await this.access.lockVolunteer(command.volunteerId, command.version ?? null);
    if (!locked.ok) return locked;
    const { today } = await this.settings.own();
    const transition = transitionOf(decision, locked.value);
    const moved = await this.mover.move(actor, locked.value, {
      transition,
      today,
      reason: reason.value,
    });
    if (moved.ok && reason.value === EXPOSED) {
      await this.reviews.openFor(actor, locked.value.personId, today);
    }
    return moved;
  }
}

function transitionOf(
  decision: VolunteerDecision,
  { state }: VolunteerRow,
): VolunteerMove['transition'] {
  return decision === 'RECHECK' && state === 'ACTIVE' ? 'RENEW' : decision;
}

function reasonOf(
  decision: VolunteerDecision,
  reason: string | null,
): Result<string | null, DomainError> {
  const list = REASONS[decision];
  if (list === undefined) return ok(null);
  return reason === null ? err(invalidInput('reason', 'REQUIRED')) : checkReason(list, reason);
}
