import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { workRefusal } from '../domain/aid-state.js';
import { clocksOf } from '../domain/clocks.js';
import { checkNeedReason } from '../domain/need-reasons.js';
import { decideNeed } from '../domain/need-state.js';
import { PRIORITIES, type Priority } from '../domain/priority.js';
import { changedNeed, type ChangedNeed } from './changed-need.js';
import { deskPartsOf } from './desk-parts.js';
import { NeedAccess } from './need-access.js';
import { NeedGround } from './need-ground.js';
import { NeedMover } from './need-mover.js';
import { NeedNews } from './need-news.js';

export interface ScreenNeedCommand {
  readonly needId: string;
  readonly version?: number | null;
  /** The one of the kind of need where it is left out; another one needs a reason. */
  readonly priority?: string | null;
  readonly priorityReason?: string | null;
}

/**
 * Sends a draft on and starts its clocks, once and for all: a need that was sent back and comes again has the clocks
 * of its first screening. Errors: INVALID_INPUT; NOT_FOUND; STALE_VERSION; WRONG_STATE; REFUSED `CASE_NOT_LIVE`,
 * `REASON_REQUIRED` for another priority, or the name of the guard.
 */
@Injectable()
export class ScreenNeedUseCase {
  constructor(
    private readonly access: NeedAccess,
    private readonly ground: NeedGround,
    private readonly mover: NeedMover,
    private readonly news: NeedNews,
  ) {}

  async execute(
    actor: Actor,
    command: ScreenNeedCommand,
  ): Promise<Result<ChangedNeed, DomainError>> {
    const locked = await this.access.lockFor(actor, command.needId, command.version ?? null);
    if (!locked.ok) return locked;
    const { need, file } = locked.value;
    const refusal = workRefusal(file.row.state);
    if (refusal !== null) return err(refused(refusal));
    const decided = decideNeed({
      ...need,
      transition: 'SUBMIT',
      actors: deskPartsOf(actor),
      facts: await this.ground.factsOf(locked.value, actor),
    });
    if (!decided.ok) return decided;
    const usual = this.ground.typeOf(file, need.code).priority;
    const judged = judge(command, usual);
    if (!judged.ok) return judged;
    const { priority, reason } = judged.value;
    const clockStartedAt = need.clockStartedAt ?? this.ground.now();
    const { settings, pack } = file;
    const clock = pack.priorityClocks[priority];
    // The guard has seen that there is a due day.
    const dueDay = need.dueDay ?? settings.today;
    const moved = await this.mover.move(
      need,
      { transition: 'SUBMIT', to: decided.value, reason, madeBy: actor.personId },
      {
        ...clocksOf(clock, clockStartedAt, dueDay, settings.timeZone),
        ...(await this.ground.refreshedScore(file, { ...need, priority })),
        ...{ priority, clockStartedAt, screenedBy: actor.personId, decisionReason: null },
        region: file.row.region,
      },
    );
    await this.news.tell('NEED_SUBMIT', need.id, reason);
    return ok(changedNeed(moved));
  }
}

function judge(
  command: ScreenNeedCommand,
  usual: Priority,
): Result<{ priority: Priority; reason: string | null }, DomainError> {
  const given = command.priority ?? usual;
  const priority = PRIORITIES.find((each) => each === given);
  if (priority === undefined) return err(invalidInput('priority', 'UNKNOWN_CODE'));
  if (priority === usual) return ok({ priority, reason: null });
  const reason = checkNeedReason('PRIORITY', command.priorityReason);
  return reason.ok ? ok({ priority, reason: reason.value }) : reason;
}
