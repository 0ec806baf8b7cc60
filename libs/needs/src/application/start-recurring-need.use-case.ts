import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import {
  err,
  invalidInput,
  ok,
  refused,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { aidRefusal } from '../domain/aid-state.js';
import { checkNeedDay } from '../domain/day.js';
import { checkNeedClaim, type NeedClaim } from '../domain/need-claim.js';
import { MOST_PERIODS, RHYTHMS, type Rhythm } from '../domain/recurrence.js';
import { NeedRecurrenceRepository } from '../infrastructure/need-recurrence.repository.js';
import { NeedGround } from './need-ground.js';
import { NeedNews } from './need-news.js';

export interface StartRecurringNeedCommand extends Omit<NeedClaim, 'dueDay' | 'note' | 'vendor'> {
  readonly caseId: string;
  readonly rhythm: string;
  readonly firstDueDay: string;
  /** Last day on which a need may be due; this or `count` must be given. */
  readonly untilDay?: string | null;
  readonly count?: number | null;
}

export interface ChangedRecurrence {
  readonly recurrenceId: string;
  readonly version: number;
}

/**
 * Starts a template that makes a dated need for every period (domain.md C3). Errors: INVALID_INPUT; NOT_FOUND, also
 * without the key; REFUSED `CASE_NOT_LIVE` or `CASE_NOT_ACTIVE`, `AMOUNT_REQUIRED`, `END_REQUIRED`; INTEGRITY.
 */
@Injectable()
export class StartRecurringNeedUseCase {
  constructor(
    private readonly cases: CaseAccess,
    private readonly recurrences: NeedRecurrenceRepository,
    private readonly ground: NeedGround,
    private readonly news: NeedNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    command: StartRecurringNeedCommand,
  ): Promise<Result<ChangedRecurrence, DomainError>> {
    const opened = await this.cases.open(actor, command.caseId, null);
    if (!opened.ok) return opened;
    const file = opened.value;
    const refusal = aidRefusal(file.row.state);
    if (refusal !== null) return err(refused(refusal));
    const checked = checkNeedClaim(command, file.pack.needTypes);
    if (!checked.ok) return checked;
    const { type, amountMinor, channelClass, reach, story } = checked.value;
    if (amountMinor === 0n && !type.mayBeFree) return err(refused('AMOUNT_REQUIRED'));
    const plan = checkPlan(command, file.settings.today);
    if (!plan.ok) return plan;
    const { rhythm, firstDueDay, untilDay, count } = plan.value;
    const id = this.ids.next();
    const score = await this.ground.score(
      file,
      { code: type.code, priority: null, dueDay: firstDueDay },
      story.facts,
    );
    await this.recurrences.add({
      ...{ id, organizationId: file.row.organizationId, caseId: file.row.id, code: type.code },
      ...{ amountMinor, currency: 'EUR', channelClass, reach, rhythm, firstDueDay },
      ...{ scoreVersion: score.scoreVersion, scorePoints: score.scorePoints },
      ...{ nextPeriod: 0, nextDueDay: firstDueDay, untilDay, countLeft: count },
      ...{ authorId: actor.personId, startedOn: file.settings.today },
      ...{ stoppedOn: null, stopReason: null, version: 1 },
    });
    await this.news.tellOfTemplate('NEED_RECURRENCE_STARTED', id);
    return ok({ recurrenceId: id, version: 1 });
  }
}

interface Plan {
  readonly rhythm: Rhythm;
  readonly firstDueDay: string;
  readonly untilDay: string | null;
  readonly count: number | null;
}

function checkPlan(command: StartRecurringNeedCommand, today: string): Result<Plan, DomainError> {
  const rhythm = RHYTHMS.find((each) => each === command.rhythm);
  if (rhythm === undefined) return err(invalidInput('rhythm', 'UNKNOWN_CODE'));
  const firstDueDay = checkNeedDay('firstDueDay', command.firstDueDay);
  if (!firstDueDay.ok) return firstDueDay;
  if (firstDueDay.value < today) return err(invalidInput('firstDueDay', 'IN_THE_PAST'));
  const count = command.count ?? null;
  const untilDay = command.untilDay == null ? ok(null) : checkNeedDay('untilDay', command.untilDay);
  if (!untilDay.ok) return untilDay;
  if (untilDay.value === null && count === null) return err(refused('END_REQUIRED'));
  if (untilDay.value !== null && untilDay.value < firstDueDay.value) {
    return err(invalidInput('untilDay', 'BEFORE_FIRST_DUE_DAY'));
  }
  if (count !== null && (!Number.isInteger(count) || count < 1 || count > MOST_PERIODS)) {
    return err(invalidInput('count', 'NOT_A_COUNT'));
  }
  return ok({ rhythm, firstDueDay: firstDueDay.value, untilDay: untilDay.value, count });
}
