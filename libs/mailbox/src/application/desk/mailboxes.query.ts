import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  ok,
  toPage,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { WARNED_AFTER_DAYS, WARNING_DAYS } from '../../domain/limits.js';

/** A mailbox as the desk's list has it: work data only. */
export interface MailboxLine {
  readonly id: string;
  readonly caseId: string | null;
  readonly codename: string | null;
  readonly requestId: string | null;
  readonly state: string;
  readonly language: string;
  readonly openedOn: string;
  readonly usedOn: string;
  readonly pausedOn: string | null;
  readonly heldOn: string | null;
  readonly destroyedFrom: string | null;
  readonly destroyedOn: string | null;
  readonly unread: number;
}

export interface MailboxFilter {
  readonly first: number;
  readonly after?: string | null;
  readonly caseId?: string | null;
  readonly requestId?: string | null;
}

const OVERSEERS = ['COORDINATOR', 'SECURITY_OFFICER'] as const;

/** Where a page goes on: unread ones first, then the latest. */
export function mailboxKey({ unread, usedOn, id }: MailboxLine): readonly [number, string, string] {
  return [unread > 0 ? 1 : 0, usedOn, id];
}

/** Mailboxes of the organisation that the actor has to do with, in one statement. */
@Injectable()
export class MailboxesQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Errors: an invalid cursor. */
  async page(actor: Actor, asked: MailboxFilter): Promise<Result<Page<MailboxLine>, DomainError>> {
    const after = asked.after == null ? null : readCursor(asked.after);
    if (after === undefined) return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    const rows = await this.unitOfWork.query<MailboxLine>(MAILBOXES, [
      actor.organizationId,
      actor.personId,
      OVERSEERS.some((role) => actor.roles.has(role)),
      actor.screener,
      asked.caseId ?? null,
      asked.requestId ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      asked.first + 1,
    ]);
    return ok(toPage(rows, asked.first, mailboxKey));
  }
}

function readCursor(cursor: string): readonly [number, string, string] | undefined {
  const [unread, usedOn, id] = decodeCursor(cursor, 3) ?? [];
  const isKey =
    typeof unread === 'number' &&
    typeof usedOn === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(usedOn) &&
    typeof id === 'string' &&
    isUuid(id);
  return isKey ? [unread, usedOn, id] : undefined;
}

const MAILBOXES = `
  SELECT * FROM (
    SELECT m.id, m.case_id AS "caseId", f.codename, m.request_id AS "requestId", m.state, m.language,
      m.opened_on::text AS "openedOn", m.used_on::text AS "usedOn", m.paused_on::text AS "pausedOn",
      m.held_on::text AS "heldOn", m.destroyed_on::text AS "destroyedOn",
      CASE WHEN m.state = 'OPEN' AND m.warned_on >= m.used_on + ${String(WARNED_AFTER_DAYS)} AND NOT EXISTS (
        SELECT FROM mailbox_message w WHERE w.mailbox_id = m.id AND w.written_on >= m.warned_on)
        THEN (m.warned_on + ${String(WARNING_DAYS)})::text END AS "destroyedFrom",
      (SELECT count(*)::int FROM mailbox_message l
         WHERE l.mailbox_id = m.id AND l.direction = 'FROM_FAMILY' AND NOT l.is_read) AS unread
    FROM mailbox m LEFT JOIN case_file f ON f.id = m.case_id
    WHERE m.organization_id = $1
      AND ($5::uuid IS NULL OR m.case_id = $5) AND ($6::uuid IS NULL OR m.request_id = $6)
      AND ($3 OR $2 IN (f.assignee_id, f.deputy_id)
        OR ($4 AND (f.id IS NULL OR f.state IN ('INTAKE', 'SCREENING'))))
  ) AS line
  WHERE $7::int IS NULL
    OR (CASE WHEN unread > 0 THEN 1 ELSE 0 END, "usedOn", id) < ($7::int, $8::text, $9::uuid)
  ORDER BY CASE WHEN unread > 0 THEN 1 ELSE 0 END DESC, "usedOn" DESC, id DESC
  LIMIT $10`;
