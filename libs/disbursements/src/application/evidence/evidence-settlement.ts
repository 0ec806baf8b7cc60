import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { NeedMoney } from '@kinward/needs';
import { evidenceSuffices } from '../../domain/evidence.js';
import type { DisbursementActor } from '../../domain/disbursement-transitions.js';
import type { DisbursementRow } from '../../infrastructure/disbursement.entity.js';
import { DisbursementRepository } from '../../infrastructure/disbursement.repository.js';
import { EvidenceRepository } from '../../infrastructure/evidence.repository.js';
import { SignatureRepository, type Signature } from '../../infrastructure/signature.repository.js';
import type { LockedDisbursement } from '../disbursement-desk.js';
import { DisbursementMover } from '../disbursement-mover.js';

/** Who brought the last proof. */
export interface EvidenceBringer {
  readonly actorId: string | null;
  readonly actingAs: readonly DisbursementActor[];
}

/** Moves a delivered payout to EVIDENCED once its proofs, or two waivers, are there; and the need to CONFIRMED. */
@Injectable()
export class EvidenceSettlement {
  constructor(
    private readonly mover: DisbursementMover,
    private readonly evidence: EvidenceRepository,
    private readonly signatures: SignatureRepository,
    private readonly disbursements: DisbursementRepository,
    private readonly needs: NeedMoney,
  ) {}

  /** Gives the row as it is now; nothing happens while something is missing. */
  async settle(
    { row, need }: LockedDisbursement,
    bringer: EvidenceBringer | null,
  ): Promise<Result<DisbursementRow, DomainError>> {
    if (row.state !== 'DELIVERED') return ok(row);
    const suffices = evidenceSuffices(row.requiredEvidence, await this.evidence.classesOf(row.id));
    const isWaived = isWaivedBy(await this.signatures.of(row.id), row.version);
    if (!suffices && !isWaived) return ok(row);
    const { actorId, actingAs } = bringer ?? { actorId: null, actingAs: ['FAMILY'] as const };
    const moved = await this.mover.move(
      { row, need },
      {
        transition: 'EVIDENCE',
        actingAs,
        actorId,
        facts: { evidenceSuffices: suffices, isWaived },
      },
    );
    if (!moved.ok) return moved;
    const confirmed = await this.confirmNeed(need.id);
    return confirmed.ok ? moved : confirmed;
  }

  /** Goes on after a dispute that found nothing wrong: what waited for it, the need included, moves now. */
  async resume({ row, need }: LockedDisbursement): Promise<Result<DisbursementRow, DomainError>> {
    const settled = await this.settle({ row, need }, null);
    if (!settled.ok) return settled;
    const confirmed = await this.confirmNeed(need.id);
    return confirmed.ok ? settled : confirmed;
  }

  private async confirmNeed(needId: string): Promise<Result<void, DomainError>> {
    const need = await this.needs.lock(needId, null);
    if (!need.ok) return need;
    if (need.value.state !== 'DELIVERED') return ok();
    if (!(await this.disbursements.allEvidenced(needId))) return ok();
    const confirmed = await this.needs.confirmed(need.value);
    return confirmed.ok ? ok() : confirmed;
  }
}

/** A waiver counts when a coordinator and a finance officer, two people, have both signed it. */
export function isWaivedBy(signatures: readonly Signature[], version: number): boolean {
  const standing = signatures.filter(
    (one) => one.act === 'WAIVED' && one.version === version && one.voidedAt === null,
  );
  const roles = new Set(standing.map((one) => one.role));
  return roles.has('COORDINATOR') && roles.has('FINANCE_OFFICER');
}
