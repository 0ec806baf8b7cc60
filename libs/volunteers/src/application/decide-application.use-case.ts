import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { checkReason } from '../domain/volunteer-codes.js';
import { ApplicationMover } from './application-mover.js';
import { changedApplication, type ChangedVetting } from './changed-vetting.js';
import { VettingAccess } from './vetting-access.js';

export const APPLICATION_DECISIONS = ['ADMIT', 'DECLINE', 'WITHDRAW'] as const;
export type ApplicationDecision = (typeof APPLICATION_DECISIONS)[number];

export interface DecideApplicationCommand {
  readonly applicationId: string;
  readonly version?: number | null;
  /** A code of the decision's list; for DECLINE only. */
  readonly reason?: string | null;
}

/**
 * Admits an applicant to the training, which takes security and coordination; declines; or forgets somebody who asks for
 * it. What stood about a declined or withdrawn applicant is destroyed. Errors: INVALID_INPUT `reason`; NOT_FOUND;
 * STALE_VERSION; WRONG_STATE; REFUSED with the name of a guard.
 */
@Injectable()
export class DecideApplicationUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly mover: ApplicationMover,
  ) {}

  async execute(
    actor: Actor,
    transition: ApplicationDecision,
    command: DecideApplicationCommand,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const reason = reasonOf(transition, command.reason ?? null);
    if (!reason.ok) return reason;
    const { applicationId, version = null } = command;
    const locked = await this.access.lockApplication(applicationId, version);
    if (!locked.ok) return locked;
    const moved = await this.mover.move(actor, locked.value, { transition, reason: reason.value });
    if (!moved.ok) return moved;
    return ok(changedApplication(moved.value.row, moved.value.awaitsSignatures));
  }
}

function reasonOf(
  transition: ApplicationDecision,
  reason: string | null,
): Result<string | null, DomainError> {
  if (transition !== 'DECLINE') return ok(null);
  return reason === null ? err(invalidInput('reason', 'REQUIRED')) : checkReason('DECLINE', reason);
}
