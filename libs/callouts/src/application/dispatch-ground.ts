import { Injectable } from '@nestjs/common';
import { CaseAccess, TransitionCaseUseCase, type LockedCase } from '@kinward/cases';
import type { JurisdictionPack } from '@kinward/jurisdictions';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { planDispatch, type DispatchPlan } from '../domain/dispatch-plan.js';
import { CallOutRepository } from '../infrastructure/call-out.repository.js';
import { CallOutDesk, type LockedCallOut } from './call-out-desk.js';
import { CallOutMover } from './call-out-mover.js';
import type { CheckedDispatch } from './dispatch-call-out.command.js';

export interface PreparedDispatch {
  readonly locked: LockedCallOut;
  /** Null for a call-out without a family. */
  readonly file: LockedCase | null;
  readonly plan: DispatchPlan;
  readonly pack: JurisdictionPack;
}

/** What must stand before a protocol runs: the locks, the family, a case that aid may be given in, and the plan. */
@Injectable()
export class DispatchGround {
  constructor(
    private readonly desk: CallOutDesk,
    private readonly mover: CallOutMover,
    private readonly callOuts: CallOutRepository,
    private readonly cases: CaseAccess,
    private readonly transitioning: TransitionCaseUseCase,
  ) {}

  async prepare(
    actor: Actor,
    command: CheckedDispatch,
  ): Promise<Result<PreparedDispatch, DomainError>> {
    const family = await this.lockFamily(actor, command.caseId);
    if (!family.ok) return family;
    const locked = await this.desk.lockWithCase(actor, command);
    if (!locked.ok) return locked;
    // Whoever may not dispatch it now is told before anything else is looked at.
    const order = { transition: 'DISPATCH', actor } as const;
    const decided = await this.mover.decide(locked.value, order);
    if (!decided.ok) return decided;
    const named = await this.nameFamily(locked.value, family.value);
    if (!named.ok) return named;
    const { row } = named.value;
    const file = await this.aidedCase(actor, row.caseId, command.activateCase);
    if (!file.ok) return file;
    const pack = file.value?.pack ?? (await this.cases.ground()).pack;
    const plan = planDispatch(pack, {
      triggerCode: row.triggerCode ?? '',
      priority: row.priority,
      needs: command.needs,
      hasFamily: row.caseId !== null,
    });
    if (!plan.ok) return plan;
    return ok({ locked: named.value, file: file.value, plan: plan.value, pack });
  }

  private async lockFamily(
    actor: Actor,
    caseId: string | null,
  ): Promise<Result<LockedCase | null, DomainError>> {
    return caseId === null ? ok(null) : this.cases.lockFor(actor, caseId, null);
  }

  /** Writes down which family it is, where the alarm did not know. REFUSED `CASE_HAS_CALL_OUT`, `OTHER_FAMILY`. */
  private async nameFamily(
    locked: LockedCallOut,
    family: LockedCase | null,
  ): Promise<Result<LockedCallOut, DomainError>> {
    const { row } = locked;
    if (family === null || family.row.id === row.caseId) return ok(locked);
    if (row.caseId !== null) return err(refused('OTHER_FAMILY'));
    if (await this.callOuts.isOpenFor(family.row.id)) return err(refused('CASE_HAS_CALL_OUT'));
    const named = await this.callOuts.change(row, { caseId: family.row.id });
    return ok({ ...locked, row: named });
  }

  /** The case under its lock, made active in an emergency (domain.md C2) where that is asked for. */
  private async aidedCase(
    actor: Actor,
    caseId: string | null,
    activate: boolean,
  ): Promise<Result<LockedCase | null, DomainError>> {
    if (caseId === null) return ok(null);
    const file = await this.cases.lock(caseId, null);
    if (!file.ok || !activate || file.value.row.state !== 'SCREENING') return file;
    const transition = 'ACTIVATE_EMERGENCY';
    const active = await this.transitioning.execute(actor, { caseId, transition });
    return active.ok ? this.cases.lock(caseId, null) : active;
  }
}
