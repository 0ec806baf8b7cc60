import { Inject, Injectable } from '@nestjs/common';
import { ClearTaskUseCase, DraftTaskUseCase, OpenTaskUseCase, TASK_KINDS } from '@kinward/dispatch';
import type { CallOutProtocol, JurisdictionPack, ProtocolTask } from '@kinward/jurisdictions';
import { ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { minutesAfter } from '../domain/call-out-clocks.js';
import type { CallOutRow } from '../infrastructure/call-out.entity.js';

/** How many tasks were made, and how many of them are on nobody's board yet. */
export interface CreatedTasks {
  readonly taskCount: number;
  readonly waitingTaskCount: number;
}

/**
 * The tasks of a protocol. What carries no personal data is cleared by it and put on the board at once; what does waits
 * for security (domain.md C5). That nobody fits a task stops nothing: it stays at the desk, which can widen it.
 */
@Injectable()
export class ProtocolTasks {
  constructor(
    private readonly drafting: DraftTaskUseCase,
    private readonly clearing: ClearTaskUseCase,
    private readonly opening: OpenTaskUseCase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async create(
    actor: Actor,
    row: CallOutRow,
    { protocol, pack }: { readonly protocol: CallOutProtocol; readonly pack: JurisdictionPack },
  ): Promise<Result<CreatedTasks, DomainError>> {
    let waitingTaskCount = 0;
    for (const task of protocol.tasks) {
      const opened = await this.createOne(actor, row, { task, language: pack.languages[0] ?? '' });
      if (!opened.ok) return opened;
      if (!opened.value) waitingTaskCount += 1;
    }
    return ok({ taskCount: protocol.tasks.length, waitingTaskCount });
  }

  /** True for a task that is on a board. */
  private async createOne(
    actor: Actor,
    row: CallOutRow,
    { task, language }: { readonly task: ProtocolTask; readonly language: string },
  ): Promise<Result<boolean, DomainError>> {
    const { kind, priority, expectedMinutes, dueMinutes } = task;
    const drafted = await this.drafting.execute(actor, {
      ...{ kind, priority, expectedMinutes, caseId: row.caseId, callOutId: row.id },
      dueAt: minutesAfter(this.clock.now(), dueMinutes),
      details: { what: task.what[language] ?? '' },
    });
    if (!drafted.ok) return drafted;
    if (carriesPersonalData(kind)) return ok(false);
    const { taskId } = drafted.value;
    const cleared = await this.clearing.byProtocol(actor, { taskId });
    if (!cleared.ok) return cleared;
    const opened = await this.opening.open(actor, { taskId });
    if (opened.ok) return ok(true);
    const { error } = opened;
    return error.kind === 'REFUSED' && error.reason === 'NOBODY_FITS' ? ok(false) : opened;
  }
}

function carriesPersonalData(code: string): boolean {
  return TASK_KINDS.find((kind) => kind.code === code)?.carriesPersonalData ?? true;
}
