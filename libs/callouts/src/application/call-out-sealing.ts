import { Injectable } from '@nestjs/common';
import { integrity, err, ok, type DomainError, type Result } from '@kinward/kernel';
import { DutyListQuery } from '@kinward/notifications';
import { SecurityAlerts, type Actor } from '@kinward/platform';
import { CompartmentCreation, KeyOpener, LockedSharing, openJson, sealJson } from '@kinward/vault';
import type { CallOutWords } from '../domain/call-out-words.js';
import type { CallOutRow } from '../infrastructure/call-out.entity.js';
import { CallOutPeopleRepository } from '../infrastructure/call-out-people.repository.js';

const TIER = 'T1';

/** The words of an alarm, in a compartment of its own that the duty desk and whoever wrote them can open. */
@Injectable()
export class CallOutSealing {
  constructor(
    private readonly creation: CompartmentCreation,
    private readonly sharing: LockedSharing,
    private readonly opener: KeyOpener,
    private readonly people: CallOutPeopleRepository,
    private readonly duty: DutyListQuery,
    private readonly alerts: SecurityAlerts,
  ) {}

  /** The envelope. REFUSED as the vault refuses. */
  async seal(
    actor: Actor,
    callOutId: string,
    words: CallOutWords,
  ): Promise<Result<Buffer, DomainError>> {
    const purpose = 'CALL_OUT';
    const order = { kind: 'CALL_OUT', subjectId: callOutId, tiers: [TIER], purpose } as const;
    const created = await this.creation.create(actor, order);
    if (!created.ok) return created;
    const keys = created.value.of(callOutId, TIER);
    if (keys === null) throw new Error('a compartment without its keys');
    const desk = await this.people.inRoles(['COORDINATOR', 'SECURITY_OFFICER']);
    const holderIds = [...new Set([...desk, ...(await this.duty.personIds())])];
    const shared = await this.sharing.share(actor, { keys, holderIds, purpose, isLocked: false });
    return shared.ok ? ok(sealJson(keys, cellOf(callOutId), words)) : shared;
  }

  /** Null without words, and for somebody without a key to them. INTEGRITY, with an alarm, for a broken envelope. */
  async open(
    actor: Actor,
    row: Pick<CallOutRow, 'id' | 'sealedWords'>,
  ): Promise<Result<CallOutWords | null, DomainError>> {
    if (row.sealedWords === null) return ok(null);
    const opened = await this.opener.open(actor, [row.id]);
    if (!opened.ok) return opened;
    const keys = opened.value.of(row.id, TIER);
    if (keys === null) return ok(null);
    const words = openJson<CallOutWords>(keys, cellOf(row.id), row.sealedWords);
    if (words.ok) return words;
    const place = { subjectKind: 'CALL_OUT', subjectId: row.id };
    this.alerts.raise({ kind: 'INTEGRITY', cause: 'SEALED_FIELD', ...place });
    return err(integrity());
  }

  /** Nobody needs them any more: their key is destroyed for everybody. */
  async end({ id, sealedWords }: Pick<CallOutRow, 'id' | 'sealedWords'>): Promise<void> {
    if (sealedWords !== null) await this.sharing.end(id);
  }
}

function cellOf(rowId: string) {
  return { table: 'call_out', column: 'sealed_words', rowId, revision: 1 };
}
