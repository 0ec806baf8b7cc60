import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { DisbursementRepository } from '../infrastructure/disbursement.repository.js';
import { changedDisbursement, type ChangedDisbursement } from './changed-disbursement.js';
import { DisbursementDesk } from './disbursement-desk.js';
import { DisbursementMover, partsOf } from './disbursement-mover.js';

export interface SubmitDisbursementCommand {
  readonly disbursementId: string;
  readonly version: number;
  /** Codes of the warnings that were looked into. */
  readonly acknowledgedWarnings?: readonly string[] | null;
}

/**
 * Hands a draft in. A way that the rules allow (A) is cleared at once; every other waits for security. Errors:
 * NOT_FOUND; STALE_VERSION; WRONG_STATE; REFUSED `NEED_NOT_FUNDED`, `CASE_NOT_LIVE`, `COHORT_FROZEN`,
 * `WARNINGS_NOT_ACKNOWLEDGED`.
 */
@Injectable()
export class SubmitDisbursementUseCase {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly mover: DisbursementMover,
    private readonly disbursements: DisbursementRepository,
  ) {}

  async execute(
    actor: Actor,
    command: SubmitDisbursementCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const locked = await this.desk.lock(actor, command.disbursementId, command.version);
    if (!locked.ok) return locked;
    const { need } = locked.value;
    const said = [...locked.value.row.acknowledged, ...(command.acknowledgedWarnings ?? [])];
    const acknowledged = locked.value.row.warnings.filter((warning) => said.includes(warning));
    const row = await this.disbursements.change(locked.value.row, { acknowledged });
    const submitted = await this.mover.move(
      { row, need },
      { transition: 'SUBMIT', actingAs: partsOf(actor), actorId: actor.personId },
    );
    if (!submitted.ok) return submitted;
    const cleared = await this.clearIfAllowed({ row: submitted.value, need });
    return cleared.ok ? ok(changedDisbursement(cleared.value)) : cleared;
  }

  private async clearIfAllowed(locked: Parameters<DisbursementMover['move']>[0]) {
    const order = { transition: 'CLEAR', actingAs: ['SYSTEM'], actorId: null } as const;
    if (locked.row.clearance !== 'A') return ok(locked.row);
    // The way may have become worse since the draft was made.
    const isStillAllowed = (await this.mover.ruleNow(locked)) === 'A';
    return isStillAllowed ? this.mover.move(locked, order) : ok(locked.row);
  }
}
