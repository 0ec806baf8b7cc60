import { Inject, Injectable } from '@nestjs/common';
import type { LockedCase } from '@kinward/cases';
import type { NeedType } from '@kinward/jurisdictions';
import { err, ok, refused, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { aidRefusal } from '../domain/aid-state.js';
import { clocksOf } from '../domain/clocks.js';
import { addDays } from '../domain/day.js';
import { decideNeed } from '../domain/need-state.js';
import type { NeedRow } from '../infrastructure/need.entity.js';
import { NeedRepository } from '../infrastructure/need.repository.js';
import type { LockedNeed } from './need-access.js';
import { NeedApproving } from './need-approving.js';
import { NeedGround } from './need-ground.js';
import { NeedMover } from './need-mover.js';
import { NOT_DECIDED } from './record-need.use-case.js';

/** Days in which a family should be stable; what is not paid by then is looked at again. */
const DUE_DAYS = 3;

/** One need of a call-out's protocol. */
export interface CallOutNeed {
  readonly callOutId: string;
  readonly code: string;
  /** Minor units of EUR, above zero. */
  readonly amountMinor: bigint;
  /** In whose name it stands: somebody who works on the case or raised the alarm, and does not decide on it. */
  readonly authorId: string;
}

/**
 * The needs that a call-out writes and approves at once, under its cap (domain.md C3: SUBMITTED → APPROVED only inside
 * a call-out). Nobody has written a word about them, so nothing of them is sealed. The case must be locked.
 */
@Injectable()
export class CallOutNeeds {
  constructor(
    private readonly needs: NeedRepository,
    private readonly ground: NeedGround,
    private readonly mover: NeedMover,
    private readonly approving: NeedApproving,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /**
   * The id of the approved need. REFUSED `CASE_NOT_LIVE`, `CASE_NOT_ACTIVE`, `AID_CONSENT_REQUIRED`,
   * `CALL_OUT_UNDER_CAP_REQUIRED`, `SELF_APPROVAL` and the other guards.
   */
  async approve(
    actor: Actor,
    file: LockedCase,
    wanted: CallOutNeed,
  ): Promise<Result<string, DomainError>> {
    const refusal = aidRefusal(file.row.state);
    if (refusal !== null) return err(refused(refusal));
    const type = this.ground.typeOf(file, wanted.code);
    const way = await this.wayOf(file, type);
    const draft = await this.draft(file, wanted, { type, channelClass: way.channelClass });
    await this.needs.add(draft);
    const submitted = await this.submit(actor, { need: draft, file });
    if (!submitted.ok) return submitted;
    const locked = { need: submitted.value, file };
    const decided = decideNeed({
      ...locked.need,
      transition: 'APPROVE_IN_CALL_OUT',
      actors: ['COORDINATOR'],
      facts: await this.ground.factsOf(locked, actor),
    });
    if (!decided.ok) return decided;
    const { clearance } = way;
    await this.approving.approve(actor, locked, { transition: 'APPROVE_IN_CALL_OUT', clearance });
    return ok(draft.id);
  }

  /** Ends the needs of a call-out that was bait, where no money of theirs is reserved or out. */
  async cancel(callOutId: string, reason: string): Promise<void> {
    for (const need of await this.needs.lockOfCallOut(callOutId)) {
      const isFree = need.reservedMinor === 0n && need.releasedMinor === need.deliveredMinor;
      if (!isFree || !['APPROVED', 'WAITING_FUNDS', 'FUNDED'].includes(need.state)) continue;
      const move = { transition: 'CANCEL', to: 'CANCELLED', reason, madeBy: null } as const;
      await this.mover.move(need, move, { decisionReason: reason });
    }
  }

  private async submit(actor: Actor, locked: LockedNeed): Promise<Result<NeedRow, DomainError>> {
    const { need, file } = locked;
    const decided = decideNeed({
      ...need,
      transition: 'SUBMIT',
      actors: ['COORDINATOR'],
      facts: await this.ground.factsOf(locked, actor),
    });
    if (!decided.ok) return decided;
    const { priority } = this.ground.typeOf(file, need.code);
    const { settings, pack } = file;
    const now = this.ground.now();
    const dueDay = need.dueDay ?? settings.today;
    const clocks = clocksOf(pack.priorityClocks[priority], now, dueDay, settings.timeZone);
    return ok(
      await this.mover.move(
        need,
        { transition: 'SUBMIT', to: decided.value, madeBy: actor.personId },
        { ...clocks, priority, clockStartedAt: now, screenedBy: actor.personId },
      ),
    );
  }

  /** The first way of its kind that is clear today; the payout asks again (domain.md C4). */
  private async wayOf(file: LockedCase, type: NeedType) {
    for (const channelClass of type.channels) {
      const clearance = await this.ground.clearanceOf(file, type, channelClass);
      if (clearance !== null) return { channelClass, clearance };
    }
    return { channelClass: null, clearance: null };
  }

  private async draft(
    file: LockedCase,
    wanted: CallOutNeed,
    { type, channelClass }: { readonly type: NeedType; readonly channelClass: string | null },
  ): Promise<NeedRow> {
    const { callOutId, code, amountMinor, authorId } = wanted;
    const { today } = file.settings;
    const dueDay = addDays(today, DUE_DAYS);
    const urgency = { code, priority: type.priority, dueDay };
    return {
      ...NOT_DECIDED,
      ...(await this.ground.score(file, urgency, null)),
      ...{ id: this.ids.next(), organizationId: file.row.organizationId, caseId: file.row.id },
      ...{ callOutId, code, amountMinor, channelClass, authorId, dueDay, askedOn: today },
      requiredEvidence: this.ground.evidenceFor(file, type),
      ...{ reach: {}, sealedT1: null, sealedRevision: 1 },
      region: file.row.region,
      fundingReference: this.ids.next(),
    };
  }
}
