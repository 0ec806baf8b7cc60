import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { FreezeDisbursementsUseCase } from '@kinward/disbursements';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { alarmClocks } from '../domain/call-out-clocks.js';
import { CALL_OUT_PRIORITIES, findCode, VERDICTS, type Verdict } from '../domain/call-out-codes.js';
import { NOT_YET } from '../domain/call-out-guards.js';
import type { CallOutTransition } from '../domain/call-out-transitions.js';
import { findProtocol } from '../domain/dispatch-plan.js';
import type { CallOutRow } from '../infrastructure/call-out.entity.js';
import { CallOutCalls } from './call-out-calls.js';
import { CallOutDesk, type CallOutReference } from './call-out-desk.js';
import { CallOutStop } from './call-out-stop.js';
import { changedCallOut, type ChangedCallOut } from './changed-call-out.js';
import { CallOutMover } from './call-out-mover.js';

export interface TriageCallOutCommand extends CallOutReference {
  readonly verdict: string;
  /** One person is enough to go on; the second call follows. */
  readonly lifeAtRisk?: boolean | null;
  /** What it is, where the alarm did not say or said wrong. */
  readonly triggerCode?: string | null;
  readonly priority?: string | null;
}

/**
 * One of the two calls: what somebody finds after asking around (domain.md C5: two eyes, unless life is at risk). The
 * second person who says the same moves the call-out; a word that waits for another one is kept. Errors: INVALID_INPUT
 * naming the field; NOT_FOUND; STALE_VERSION; WRONG_STATE; REFUSED `CALL_OUT_ROLE_NOT_ALLOWED`, `TRIGGER_REQUIRED`,
 * `SECOND_CALL_MADE`, `SECOND_CALLER_IS_ANOTHER`.
 */
@Injectable()
export class TriageCallOutUseCase {
  constructor(
    private readonly desk: CallOutDesk,
    private readonly mover: CallOutMover,
    private readonly calls: CallOutCalls,
    private readonly stopping: CallOutStop,
    private readonly freezing: FreezeDisbursementsUseCase,
    private readonly cases: CaseAccess,
  ) {}

  async execute(
    actor: Actor,
    command: TriageCallOutCommand,
  ): Promise<Result<ChangedCallOut, DomainError>> {
    const verdict = findCode(VERDICTS, command.verdict);
    if (verdict === undefined) return err(invalidInput('verdict', 'UNKNOWN_CODE'));
    const found = await this.findingsOf(command);
    if (!found.ok) return found;
    const isSuspicion = verdict === 'SUSPECTED_PROVOCATION';
    // The gate of freezes comes before every other lock (ADR 0012).
    if (isSuspicion) await this.freezing.hold();
    const locked = isSuspicion
      ? await this.desk.lockWithCase(actor, command)
      : await this.desk.lock(actor, command);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const findings = found.value(row);
    const lifeAtRisk = row.lifeAtRisk || command.lifeAtRisk === true;
    const knowsTrigger = (findings.triggerCode ?? row.triggerCode) !== null;
    const said = await this.calls.factsOf(actor, row, { verdict, lifeAtRisk });
    const facts = { ...said, knowsTrigger };
    const order = { transition: transitionOf(verdict, row), actor, facts } as const;
    const decided = await this.mover.decide(locked.value, order);
    if (!decided.ok) {
      if (!isNotYet(decided.error)) return decided;
      const kept = await this.calls.keep(actor, row, { verdict, change: findings });
      return ok(changedCallOut(kept, true));
    }
    const change = this.calls.changeOf(actor, row, { verdict, lifeAtRisk, callers: facts.callers });
    await this.calls.store(actor, row, verdict);
    const moved = await this.mover.write(row, order, decided.value, { ...findings, ...change });
    const stopped = await this.stopping.after(actor, row, moved);
    return stopped.ok ? ok(changedCallOut(stopped.value)) : stopped;
  }

  /** What the caller found out besides, as a change of the call-out. */
  private async findingsOf({
    triggerCode = null,
    priority: given = null,
  }: TriageCallOutCommand): Promise<Result<Findings, DomainError>> {
    if (triggerCode === null && given === null) return ok(() => ({}));
    const { pack } = await this.cases.ground();
    if (triggerCode !== null && findProtocol(pack, triggerCode) === undefined) {
      return err(invalidInput('triggerCode', 'UNKNOWN_CODE'));
    }
    const trigger = triggerCode === null ? {} : { triggerCode };
    if (given === null) return ok(() => trigger);
    const priority = findCode(CALL_OUT_PRIORITIES, given);
    if (priority === undefined) return err(invalidInput('priority', 'UNKNOWN_CODE'));
    const clock = pack.priorityClocks[priority];
    return ok(({ raisedAt }) => {
      const { actionDueAt } = alarmClocks(raisedAt, clock);
      return { ...trigger, priority, actionDueAt };
    });
  }
}

type Findings = (row: CallOutRow) => Partial<CallOutRow>;

function transitionOf(verdict: Verdict, { state }: CallOutRow): CallOutTransition {
  if (verdict === 'SUSPECTED_PROVOCATION') return 'SUSPECT';
  if (verdict === 'FALSE_ALARM') return 'DISMISS';
  return state === 'ALERT' || state === 'ESCALATED' ? 'TRIAGE' : 'SECOND_CALL';
}

function isNotYet(error: DomainError): boolean {
  return error.kind === 'REFUSED' && NOT_YET.some((guard) => guard === error.reason);
}
