import { Inject, Injectable } from '@nestjs/common';
import { FreezeDisbursementsUseCase } from '@kinward/disbursements';
import {
  err,
  invalidInput,
  notFound,
  ok,
  type Clock,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { CLOCK, SecurityAlerts, type Actor } from '@kinward/platform';
import { TASK_OUTCOMES, type TaskOutcome } from '../domain/task-reasons.js';
import { textFault } from '../domain/task-draft.js';
import { TaskRepository } from '../infrastructure/task.repository.js';
import { changedTask, type ChangedTask } from './changed-task.js';
import { TaskPings } from './task-pings.js';
import { TaskReporting } from './task-reporting.js';

export interface ReportTaskCommand {
  readonly taskId: string;
  readonly version?: number | null;
  readonly outcome: string;
  /** Whole minutes that it took. */
  readonly spentMinutes?: number | null;
  /** Sealed to the task's own key. */
  readonly note?: string | null;
}

const MOST_MINUTES = 10_080;

/**
 * What became of a task, one tap each (domain.md B 50). The details are gone afterwards. UNSAFE alarms the security
 * desk and freezes what is not paid yet for the same family, in the same transaction or not at all (domain.md C5).
 */
@Injectable()
export class ReportTaskUseCase {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly reporting: TaskReporting,
    private readonly freezing: FreezeDisbursementsUseCase,
    private readonly alerts: SecurityAlerts,
    private readonly pings: TaskPings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** INVALID_INPUT naming the field; NOT_FOUND for everybody but the holder; STALE_VERSION; WRONG_STATE. */
  async execute(
    actor: Actor,
    command: ReportTaskCommand,
  ): Promise<Result<ChangedTask, DomainError>> {
    const outcome = TASK_OUTCOMES.find((code) => code === command.outcome);
    if (outcome === undefined) return err(invalidInput('outcome', 'UNKNOWN_CODE'));
    const fault = faultOf(command);
    if (fault !== null) return err(fault);
    const reportedOn = this.clock.now().toISOString().slice(0, 10);
    const spentMinutes = command.spentMinutes ?? null;
    const report = { outcome, reportedOn, spentMinutes, note: command.note ?? null };
    if (outcome !== 'UNSAFE') return this.finish(actor, command, report);
    const known = await this.tasks.find(command.taskId);
    if (known?.holderId !== actor.personId) return err(notFound());
    if (known.caseId !== null) {
      // The gate of freezes comes before every other lock (ADR 0012).
      const cohort = { caseIds: [known.caseId], reasonCode: 'INCIDENT' };
      const frozen = await this.freezing.freeze(actor, cohort);
      if (!frozen.ok) return frozen;
    }
    const aborted = await this.finish(actor, command, report);
    if (!aborted.ok) return aborted;
    const subject = { subjectKind: 'TASK', subjectId: known.id };
    await this.alerts.add({ kind: 'DANGER', cause: 'TASK_UNSAFE', ...subject });
    await this.pings.alarm();
    return aborted;
  }

  private async finish(
    actor: Actor,
    command: ReportTaskCommand,
    report: {
      readonly outcome: TaskOutcome;
      readonly reportedOn: string;
      readonly spentMinutes: number | null;
      readonly note: string | null;
    },
  ): Promise<Result<ChangedTask, DomainError>> {
    const reported = await this.reporting.report(actor, command, report);
    return reported.ok ? ok(changedTask(reported.value)) : reported;
  }
}

function faultOf({ spentMinutes = null, note = null }: ReportTaskCommand): DomainError | null {
  const isSpan = spentMinutes === null || (spentMinutes >= 0 && spentMinutes <= MOST_MINUTES);
  if (!isSpan) return invalidInput('spentMinutes', 'OUT_OF_RANGE');
  const fault = note === null ? null : textFault(note);
  return fault === null ? null : invalidInput('note', fault);
}
