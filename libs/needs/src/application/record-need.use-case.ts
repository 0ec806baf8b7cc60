import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess, type OpenCase } from '@kinward/cases';
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
import { workRefusal } from '../domain/aid-state.js';
import { checkNeedDay } from '../domain/day.js';
import { checkNeedClaim, type CheckedNeed, type NeedClaim } from '../domain/need-claim.js';
import type { NeedRow } from '../infrastructure/need.entity.js';
import { NeedRepository } from '../infrastructure/need.repository.js';
import { changedNeed, type ChangedNeed } from './changed-need.js';
import { NeedEnvelope } from './need-envelope.js';
import { NeedGround } from './need-ground.js';
import { NeedNews } from './need-news.js';

export interface RecordNeedCommand extends NeedClaim {
  readonly caseId: string;
  /** Day on which the family asked; today where it is left out. */
  readonly askedOn?: string | null;
}

/**
 * Records what a family asks for, as a draft. Errors: INVALID_INPUT naming the field; NOT_FOUND, also without the key
 * to the story; REFUSED `CASE_NOT_LIVE`; INTEGRITY.
 */
@Injectable()
export class RecordNeedUseCase {
  constructor(
    private readonly cases: CaseAccess,
    private readonly needs: NeedRepository,
    private readonly ground: NeedGround,
    private readonly envelope: NeedEnvelope,
    private readonly news: NeedNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    command: RecordNeedCommand,
  ): Promise<Result<ChangedNeed, DomainError>> {
    const opened = await this.cases.open(actor, command.caseId, null);
    if (!opened.ok) return opened;
    const file = opened.value;
    const refusal = workRefusal(file.row.state);
    if (refusal !== null) return err(refused(refusal));
    const checked = checkNeedClaim(command, file.pack.needTypes);
    if (!checked.ok) return checked;
    const askedOn = checkAskedOn(command.askedOn ?? file.settings.today, file.settings.today);
    if (!askedOn.ok) return askedOn;
    const row = await this.draft(actor, file, checked.value, askedOn.value);
    await this.needs.add(row);
    await this.news.tell('NEED_RECORDED', row.id);
    return ok(changedNeed(row));
  }

  private async draft(
    actor: Actor,
    file: OpenCase,
    checked: CheckedNeed,
    askedOn: string,
  ): Promise<NeedRow> {
    const id = this.ids.next();
    const { type, amountMinor, dueDay, channelClass, reach, story } = checked;
    const score = await this.ground.score(
      file,
      { code: type.code, priority: null, dueDay },
      story.facts,
    );
    return {
      ...NOT_DECIDED,
      ...score,
      ...this.envelope.seal(file.story, id, 1, story),
      ...{ id, organizationId: file.row.organizationId, caseId: file.row.id },
      ...{ code: type.code, amountMinor, dueDay, askedOn, channelClass, reach },
      region: file.row.region,
      authorId: actor.personId,
      fundingReference: this.ids.next(),
    };
  }
}

function checkAskedOn(day: string, today: string): Result<string, DomainError> {
  const checked = checkNeedDay('askedOn', day);
  if (!checked.ok) return checked;
  return checked.value > today ? err(invalidInput('askedOn', 'IN_THE_FUTURE')) : checked;
}

/** What a draft does not have: a decision, a clock, money, a template or call-out that made it. */
export const NOT_DECIDED = {
  state: 'DRAFT',
  stateBeforeSuspension: null,
  priority: null,
  currency: 'EUR',
  clearance: null,
  clockStartedAt: null,
  answerDueAt: null,
  actionDueAt: null,
  makerIds: [] as string[],
  screenedBy: null,
  assessedBy: null,
  firstApproverId: null,
  approvedBy: null,
  decisionReason: null,
  duplicateAnswer: null,
  requiredEvidence: null,
  reservedMinor: 0n,
  releasedMinor: 0n,
  deliveredMinor: 0n,
  deliveredOn: null,
  recurrenceId: null,
  recurrencePeriod: null,
  callOutId: null,
  version: 1,
} as const satisfies Partial<NeedRow>;
