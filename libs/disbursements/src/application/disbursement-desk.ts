import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { err, notFound, ok, staleVersion, type DomainError, type Result } from '@kinward/kernel';
import { NeedMoney, type NeedForMoney } from '@kinward/needs';
import type { Actor } from '@kinward/platform';
import type { DisbursementRow } from '../infrastructure/disbursement.entity.js';
import { DisbursementRepository } from '../infrastructure/disbursement.repository.js';
import { FreezeRepository } from '../infrastructure/freeze.repository.js';
import type { OpenCase } from '@kinward/cases';

/** A disbursement that the present unit has locked, under the locks of its case and need. */
export interface LockedDisbursement {
  readonly row: DisbursementRow;
  readonly need: NeedForMoney;
}

/**
 * The one door to a disbursement for whoever changes it: gate of freezes, case, need, then the row itself. A caseworker
 * comes in only for families they work with.
 */
@Injectable()
export class DisbursementDesk {
  constructor(
    private readonly freezes: FreezeRepository,
    private readonly needs: NeedMoney,
    private readonly cases: CaseAccess,
    private readonly disbursements: DisbursementRepository,
  ) {}

  /**
   * NOT_FOUND for an unknown, foreign or malformed id; STALE_VERSION when the content was edited since it was read.
   * @param actor null for the family's own word
   */
  async lock(
    actor: Actor | null,
    id: string,
    version: number | null,
  ): Promise<Result<LockedDisbursement, DomainError>> {
    const known = await this.disbursements.find(id);
    if (known === null) return err(notFound());
    await this.freezes.enter();
    const need = await this.lockNeed(actor, known.needId);
    if (!need.ok) return need;
    const row = await this.disbursements.lock(id);
    if (row === null) return err(notFound());
    if (version !== null && version !== row.version) return err(staleVersion(row.version));
    return ok({ row, need: need.value });
  }

  /** Likewise for a need whose disbursement is only about to be. */
  async lockNeed(actor: Actor | null, needId: string): Promise<Result<NeedForMoney, DomainError>> {
    await this.freezes.enter();
    const need = await this.needs.lock(needId, null);
    if (!need.ok || actor === null || !seesOwnCasesOnly(actor)) return need;
    const file = await this.cases.lockFor(actor, need.value.caseId, null);
    return file.ok ? need : file;
  }

  /** The case of a locked need with the actor's own keys; NOT_FOUND without the key to the story. */
  async openCase(actor: Actor, need: NeedForMoney): Promise<Result<OpenCase, DomainError>> {
    return this.cases.open(actor, need.caseId, null);
  }
}

/** Everybody else on the list of roles works across families. */
export function seesOwnCasesOnly(actor: Actor): boolean {
  const wide = ['COORDINATOR', 'SECURITY_OFFICER', 'FINANCE_OFFICER', 'AUDITOR'] as const;
  return !wide.some((role) => actor.roles.has(role));
}
