import { Injectable } from '@nestjs/common';
import {
  err,
  integrity,
  invalidInput,
  notFound,
  ok,
  refused,
  toPage,
  wrongState,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { AuditTrail, SecurityAlerts, type Actor } from '@kinward/platform';
import { KeyOpener, KeyRotation, openWriteOnlyJson } from '@kinward/vault';
import {
  OutsideNoteRepository,
  type OutsideNoteRow,
} from '../../infrastructure/outside-note.repository.js';
import { WriterGround } from '../writer-ground.js';
import { readDayCursor } from './complaint-desk.js';

/** Where a page of notes goes on. */
export function noteKey({ arrivedOn, id }: OutsideNoteRow): readonly [string, string] {
  return [arrivedOn, id];
}

/** What people who are no relatives have written, for screeners. */
@Injectable()
export class OutsideDesk {
  constructor(
    private readonly notes: OutsideNoteRepository,
    private readonly rotation: KeyRotation,
    private readonly opener: KeyOpener,
    private readonly ground: WriterGround,
    private readonly alerts: SecurityAlerts,
    private readonly audit: AuditTrail,
  ) {}

  /** The oldest first. REFUSED `NOT_A_SCREENER`; an invalid cursor. */
  async page(
    actor: Actor,
    asked: { readonly first: number; readonly after?: string | null; readonly isDone: boolean },
  ): Promise<Result<Page<OutsideNoteRow>, DomainError>> {
    if (!actor.screener) return err(refused('NOT_A_SCREENER'));
    const after = asked.after == null ? null : readDayCursor(asked.after);
    if (after === undefined) return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    const page = { first: asked.first, after };
    const rows = await this.notes.list(asked.isDone ? 'DONE' : 'OPEN', page);
    return ok(toPage(rows, asked.first, noteKey));
  }

  /** REFUSED `NOT_A_SCREENER`, `NO_INTAKE_KEY`; NOT_FOUND, also for what was destroyed; INTEGRITY, with an alarm. */
  async open(
    actor: Actor,
    noteId: string,
  ): Promise<Result<OutsideNoteRow & { readonly text: string }, DomainError>> {
    if (!actor.screener) return err(refused('NOT_A_SCREENER'));
    const inboxId = actor.organizationId;
    await this.rotation.hold(inboxId);
    const row = await this.notes.lock(noteId);
    if (row?.sealedT0 == null) return err(notFound());
    const opened = await this.opener.open(actor, [inboxId]);
    if (!opened.ok) return opened;
    const keys = opened.value.of(inboxId, 'T0');
    if (keys === null) return err(refused('NO_INTAKE_KEY'));
    const cell = { table: 'outside_note', column: 'sealed_t0', rowId: row.id, revision: 1 };
    const said = openWriteOnlyJson<{ text: string }>(keys, cell, row.sealedT0);
    if (!said.ok) {
      const subject = { subjectKind: 'OUTSIDE_NOTE', subjectId: row.id };
      this.alerts.raise({ kind: 'INTEGRITY', cause: 'SEALED_FIELD', ...subject });
      return err(integrity());
    }
    this.record('OUTSIDE_NOTE_OPENED', row.id);
    return ok({ ...row, text: said.value.text });
  }

  /** Ends it and destroys its words. REFUSED `NOT_A_SCREENER`; NOT_FOUND; WRONG_STATE. */
  async settle(actor: Actor, noteId: string): Promise<Result<string, DomainError>> {
    if (!actor.screener) return err(refused('NOT_A_SCREENER'));
    const row = await this.notes.lock(noteId);
    if (row === null) return err(notFound());
    if (row.state === 'DONE') return err(wrongState(row.state));
    await this.notes.settle(row.id, actor.personId, await this.ground.today());
    this.record('OUTSIDE_NOTE_SETTLED', row.id);
    return ok(row.id);
  }

  private record(action: string, subjectId: string): void {
    this.audit.record({ action, subjectKind: 'OUTSIDE_NOTE', subjectId });
  }
}
