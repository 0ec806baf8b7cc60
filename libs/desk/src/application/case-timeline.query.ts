import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  integrity,
  invalidInput,
  isUuid,
  notFound,
  ok,
  toPage,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { SecurityAlerts, UnitOfWork, type Actor } from '@kinward/platform';
import { KeyOpener, openJson, type CompartmentKeys } from '@kinward/vault';
import { isInstant } from './instant.js';
import { CASE_SEEN, TIMELINE } from './case-timeline.sql.js';

/** Kinds of what happens in a case. */
export const CASE_EVENT_KINDS = [
  'NOTE',
  'ATTEMPT',
  'MOVE',
  'CONSENT',
  'CONSENT_END',
  'NEED',
  'MONEY',
  'TASK',
] as const;
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number];

interface EventRow {
  readonly id: string;
  readonly kind: CaseEventKind;
  /** Sort key: an instant, or noon of the day where only the day is known. */
  readonly at: string;
  readonly day: string;
  readonly code: string;
  readonly fromCode: string | null;
  readonly reason: string | null;
  readonly subjectCode: string | null;
  readonly subjectId: string | null;
  readonly amountMinor: string | null;
  readonly madeById: string | null;
  readonly table: string | null;
  readonly sealed: Buffer | null;
}

/** One thing that happened, with its words where the reader holds the key. */
export interface CaseEventView extends Omit<EventRow, 'table' | 'sealed'> {
  readonly text: string | null;
  readonly isSealed: boolean;
}

export interface TimelineOrder {
  readonly caseId: string;
  readonly kinds?: readonly CaseEventKind[] | null;
  readonly first: number;
  readonly after?: string | null;
}

/** The sort key of an event. */
export function caseEventKey({ at, kind, id }: Pick<EventRow, 'at' | 'kind' | 'id'>): string[] {
  return [at, kind, id];
}

/**
 * What happened in one case, newest first, across the domains: two statements and those that open the key, however
 * long the page. Whoever sees the file sees its timeline; words open with the reader's own key.
 */
@Injectable()
export class CaseTimelineQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opener: KeyOpener,
    private readonly alerts: SecurityAlerts,
  ) {}

  /** Errors: an invalid cursor; NOT_FOUND; INTEGRITY, with an alarm, where words fail their checks. */
  async page(
    actor: Actor,
    { caseId, kinds, first, after }: TimelineOrder,
    timeZone: string,
  ): Promise<Result<Page<CaseEventView>, DomainError>> {
    const from = after == null ? [null, null, null] : readCursor(after);
    if (from === null) return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    if (!isUuid(caseId)) return err(notFound());
    const reader = actor.roles.has('COORDINATOR') ? null : actor.personId;
    const seen = await this.unitOfWork.query(CASE_SEEN, [caseId, reader]);
    if (seen.length === 0) return err(notFound());
    const parameters = [caseId, kinds ?? null, ...from, first + 1, timeZone];
    const rows = await this.unitOfWork.query<EventRow>(TIMELINE, parameters);
    const page = toPage(rows, first, caseEventKey);
    const opened = await this.opener.open(actor, [caseId]);
    if (!opened.ok) return opened;
    const keys = opened.value.of(caseId, 'T1');
    const events: CaseEventView[] = [];
    for (const row of page.rows) {
      const event = this.open(row, keys);
      if (!event.ok) return event;
      events.push(event.value);
    }
    return ok({ ...page, rows: events });
  }

  private open(
    { table, sealed, ...event }: EventRow,
    keys: CompartmentKeys | null,
  ): Result<CaseEventView, DomainError> {
    if (table === null || sealed === null) return ok({ ...event, text: null, isSealed: false });
    if (keys === null) return ok({ ...event, text: null, isSealed: true });
    const cell = { table, column: 'sealed_t1', rowId: event.id, revision: 1 };
    const story = openJson<Words>(keys, cell, sealed);
    if (story.ok) {
      const { text, note, wording } = story.value;
      return ok({ ...event, text: text ?? note ?? wording ?? null, isSealed: false });
    }
    const subject = { subjectKind: table.toUpperCase(), subjectId: event.id };
    this.alerts.raise({ kind: 'INTEGRITY', cause: 'SEALED_FIELD', ...subject });
    return err(integrity());
  }
}

/** The words of a note, of an attempt or of a consent. */
interface Words {
  readonly text?: string;
  readonly note?: string | null;
  readonly wording?: string;
}

function readCursor(cursor: string): readonly string[] | null {
  const [at, kind, id] = decodeCursor(cursor, 3) ?? [];
  const isKey =
    typeof at === 'string' &&
    isInstant(at) &&
    CASE_EVENT_KINDS.some((each) => each === kind) &&
    typeof id === 'string' &&
    isUuid(id);
  return isKey ? [at, kind as string, id] : null;
}
