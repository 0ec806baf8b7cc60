import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { AuditTrail, Outbox, UnitOfWork } from '@kinward/platform';
import { KeyRotation, WriteOnlySealing } from '@kinward/vault';
import type { Language } from '../domain/languages.js';
import type { OutsideKind } from '../domain/limits.js';
import { DoorLimiter } from '../infrastructure/door-limiter.js';
import { OutsideNoteRepository } from '../infrastructure/outside-note.repository.js';
import { FamilyDoor } from './family-door.js';
import { WriterGround } from './writer-ground.js';

export interface OutsideTold {
  readonly id: string;
  readonly kind: OutsideKind;
  readonly text: string;
  readonly language: Language;
  readonly addressGroup: string | null;
}

/** Writes a note of the inbox, in the present unit. */
@Injectable()
export class OutsideInbox {
  constructor(
    private readonly sealing: WriteOnlySealing,
    private readonly rotation: KeyRotation,
    private readonly notes: OutsideNoteRepository,
    private readonly ground: WriterGround,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** NOT_FOUND without an inbox; INTEGRITY. */
  async put(inboxId: string, told: OutsideTold): Promise<Result<void, DomainError>> {
    const { id, kind, language } = told;
    await this.rotation.hold(inboxId);
    const cell = { table: 'outside_note', column: 'sealed_t0', rowId: id, revision: 1 };
    const sealed = await this.sealing.seal(inboxId, 'T0', cell, { text: told.text });
    if (!sealed.ok) return sealed;
    const arrivedOn = await this.ground.today();
    const note = { id, kind, language, arrivedOn, sealedT0: sealed.value };
    if (!(await this.notes.add(note))) return ok();
    this.audit.record({
      action: 'OUTSIDE_NOTE_ARRIVED',
      subjectKind: 'OUTSIDE_NOTE',
      subjectId: id,
    });
    await this.outbox.publish({ topic: 'intake.outside', ids: { noteId: id } });
    return ok();
  }
}

/**
 * Takes what somebody knows, or offers, who is no relative. Nothing is looked up, so nothing can be confirmed. Errors: REFUSED
 * `TOO_MANY_ATTEMPTS`, `NO_DOOR`.
 */
@Injectable()
export class TellFromOutside {
  constructor(
    private readonly limiter: DoorLimiter,
    private readonly door: FamilyDoor,
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: OutsideInbox,
  ) {}

  async execute(told: OutsideTold): Promise<Result<void, DomainError>> {
    if (!(await this.limiter.admit('TELL', told.addressGroup))) {
      return err(refused('TOO_MANY_ATTEMPTS'));
    }
    const organizationId = await this.door.organization();
    if (organizationId === null) return err(refused('NO_DOOR'));
    const scope = { organizationId, personId: null, visitor: 'OUTSIDER' as const };
    const put = await this.unitOfWork.run(scope, () => this.inbox.put(organizationId, told));
    if (put.ok || put.error.kind !== 'NOT_FOUND') return put;
    return err(refused('NO_DOOR'));
  }
}
