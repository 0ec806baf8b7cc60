import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { addDays } from '../../domain/calendar-day.js';
import { TRANSITION_PLAN_MONTHS } from '../../domain/case-guards.js';
import type { TransitionOutcome } from '../../domain/case-state.js';
import { isLive } from '../../domain/case-states.js';
import type { CaseTransition } from '../../domain/case-transitions.js';
import type { CaseFileRow } from '../../infrastructure/case-file.entity.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { ChannelTrustRepository } from '../../infrastructure/channel-trust.repository.js';
import { HoldLimits } from '../access/hold-limits.js';
import type { LockedCase } from '../case-access.js';
import { NewCodename } from '../new-codename.js';

export interface DecidedMove {
  readonly transition: CaseTransition;
  readonly outcome: TransitionOutcome;
  readonly reason: string | null;
  readonly planMonths: number | null;
}

/** Carries out what a decided move asks for, in the same unit of work. */
@Injectable()
export class TransitionEffects {
  constructor(
    private readonly cases: CaseFileRepository,
    private readonly channels: ChannelTrustRepository,
    private readonly codenames: NewCodename,
    private readonly limits: HoldLimits,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** The new version of the case. Errors: invalid `planMonths`; a holder's limit; NOT_FOUND where a reopening has no keys. */
  async apply(
    actor: Actor,
    { row, settings, pack }: LockedCase,
    move: DecidedMove,
  ): Promise<Result<number, DomainError>> {
    const { outcome, transition } = move;
    const { today } = settings;
    if (outcome.nextState === 'ACTIVE') {
      const holders = [row.assigneeId, row.deputyId];
      const allowed = await this.limits.checkActivation(holders, row.id, settings);
      if (!allowed.ok) return allowed;
    }
    const change: Partial<CaseFileRow> = { state: outcome.nextState, stateSince: today };
    for (const effect of outcome.effects) {
      if (effect.kind === 'VERIFICATION_DUE') change.verificationDueDay = effect.dueDay;
      if (effect.kind === 'RESET_CHANNEL_TRUST') await this.channels.reset(row.id, effect.event);
      if (effect.kind === 'START_RETENTION') {
        const { T0, T1 } = pack.retentionDays;
        change.retentionDueDay = addDays(today, Math.max(T0, T1));
      }
      if (effect.kind === 'ASSIGN_NEW_CODENAME') {
        const renamed = await this.codenames.assign(actor, row);
        if (!renamed.ok) return renamed;
        // A reopened case is judged anew, also by somebody who verified it before.
        const anew = { retentionDueDay: null, verifiedBy: null, evidenceClass: null };
        Object.assign(change, renamed.value, anew);
      }
    }
    const plan = checkPlan(move);
    if (!plan.ok) return plan;
    change.transitionPlanMonths = plan.value;
    Object.assign(change, nextStepOf(row, outcome, today));
    await this.cases.addTransition({
      id: this.ids.next(),
      organizationId: row.organizationId,
      caseId: row.id,
      transition,
      fromState: row.state,
      toState: outcome.nextState,
      reason: move.reason,
      madeBy: actor.personId,
      madeOn: today,
    });
    return ok(await this.cases.change(row, change));
  }
}

/** A plan belongs to TRANSITION only, and its length is agreed when it starts. */
function checkPlan({ transition, planMonths }: DecidedMove): Result<number | null, DomainError> {
  if (transition !== 'START_TRANSITION') return ok(null);
  if (planMonths === null) return err(invalidInput('planMonths', 'REQUIRED'));
  const { least, most } = TRANSITION_PLAN_MONTHS;
  const isAllowed = planMonths >= least && planMonths <= most;
  return isAllowed ? ok(planMonths) : err(invalidInput('planMonths', 'OUT_OF_RANGE'));
}

/** Every live case has a next step with a date; a closed one promises nothing (decision 21). */
function nextStepOf(
  row: CaseFileRow,
  outcome: TransitionOutcome,
  today: string,
): Partial<CaseFileRow> {
  if (!isLive(outcome.nextState)) return { nextStepKind: null, nextStepDueDay: null };
  const due = outcome.effects.find(({ kind }) => kind === 'VERIFICATION_DUE');
  // After an emergency the promise is to look at what there was no time for.
  if (due?.kind === 'VERIFICATION_DUE') {
    return { nextStepKind: 'VERIFY', nextStepDueDay: due.dueDay };
  }
  if (row.nextStepKind !== null) return {};
  return { nextStepKind: 'REVIEW_CASE', nextStepDueDay: addDays(today, 1) };
}
