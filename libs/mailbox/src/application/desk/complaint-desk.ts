import { Inject, Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  integrity,
  invalidInput,
  isUuid,
  notFound,
  ok,
  staleVersion,
  toPage,
  wrongState,
  type DomainError,
  type IdGenerator,
  type Page,
  type Result,
} from '@kinward/kernel';
import { AuditTrail, ID_GENERATOR, SecurityAlerts, type Actor } from '@kinward/platform';
import { PersonalSealing } from '@kinward/vault';
import { LONGEST_TEXT, plainText } from '../../domain/limits.js';
import {
  ComplaintRepository,
  type ComplaintRow,
} from '../../infrastructure/complaint.repository.js';
import { complaintCell } from '../complaining.js';
import { AnswerWriter } from './answer-writer.js';

export interface ComplaintAnswer {
  readonly complaintId: string;
  readonly version?: number | null;
  readonly text: string;
}

/** Where a page of complaints goes on. */
export function complaintKey({ dueOn, id }: ComplaintRow): readonly [string, string] {
  return [dueOn, id];
}

/** Complaints for those who have a copy of them in their own name; for everybody else there are none. */
@Injectable()
export class ComplaintDesk {
  constructor(
    private readonly complaints: ComplaintRepository,
    private readonly sealing: PersonalSealing,
    private readonly answers: AnswerWriter,
    private readonly alerts: SecurityAlerts,
    private readonly audit: AuditTrail,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** The first due first. Errors: an invalid cursor. */
  async page(
    actor: Actor,
    asked: { readonly first: number; readonly after?: string | null; readonly isAnswered: boolean },
  ): Promise<Result<Page<ComplaintRow>, DomainError>> {
    const after = asked.after == null ? null : readDayCursor(asked.after);
    if (after === undefined) return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    const state = asked.isAnswered ? 'ANSWERED' : 'OPEN';
    const rows = await this.complaints.list(actor.personId, state, { first: asked.first, after });
    return ok(toPage(rows, asked.first, complaintKey));
  }

  /** NOT_FOUND without a copy; INTEGRITY, with an alarm. */
  async open(
    actor: Actor,
    complaintId: string,
  ): Promise<Result<ComplaintRow & { readonly text: string }, DomainError>> {
    const row = await this.complaints.lock(actor.personId, complaintId);
    if (row?.sealed == null) return err(notFound());
    const said = this.sealing.open<{ text: string }>(actor, complaintCell(row.id), row.sealed);
    if (!said.ok) {
      const subject = { subjectKind: 'COMPLAINT', subjectId: row.id };
      this.alerts.raise({ kind: 'INTEGRITY', cause: 'SEALED_FIELD', ...subject });
      return err(integrity());
    }
    this.record('COMPLAINT_OPENED', row.id);
    return ok({ ...row, text: said.value.text });
  }

  /**
   * Answers in the family's mailbox; the desk that was complained about does not read the answer. Errors: INVALID_INPUT `text`;
   * NOT_FOUND; STALE_VERSION; WRONG_STATE; INTEGRITY.
   */
  async answer(
    actor: Actor,
    { complaintId, version, text }: ComplaintAnswer,
  ): Promise<Result<{ readonly complaintId: string }, DomainError>> {
    const plain = plainText(text, LONGEST_TEXT);
    if (plain === null) return err(invalidInput('text', 'EMPTY_OR_TOO_LONG'));
    const row = await this.complaints.lock(actor.personId, complaintId);
    if (row?.sealed == null) return err(notFound());
    if (version != null && version !== row.version) return err(staleVersion(row.version));
    if (row.state !== 'OPEN') return err(wrongState(row.state));
    const line = { id: this.ids.next(), text: plain, writtenBy: actor.personId };
    const today = await this.answers.write(row.mailboxId, line);
    if (!today.ok) return today;
    await this.complaints.answer(row.id, actor.personId, today.value);
    this.record('COMPLAINT_ANSWERED', row.id);
    return ok({ complaintId: row.id });
  }

  private record(action: string, subjectId: string): void {
    this.audit.record({ action, subjectKind: 'COMPLAINT', subjectId });
  }
}

/** A day and an id; undefined for anything else. */
export function readDayCursor(cursor: string): readonly [string, string] | undefined {
  const [day, id] = decodeCursor(cursor, 2) ?? [];
  const isKey =
    typeof day === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    typeof id === 'string' &&
    isUuid(id);
  return isKey ? [day, id] : undefined;
}
