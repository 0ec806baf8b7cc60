import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  notFound,
  ok,
  toPage,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { CASE_SEEN } from './case-timeline.sql.js';
import { instantText, isInstant } from './instant.js';

/** What hangs on a case and has a page of its own. */
export const CASE_MATTER_KINDS = ['NEED', 'MONEY', 'TASK'] as const;
export type CaseMatterKind = (typeof CASE_MATTER_KINDS)[number];

export interface CaseMatterRow {
  readonly id: string;
  readonly at: string;
  readonly code: string;
  readonly state: string;
  readonly amountMinor: string | null;
  /** Of a need and a task: until when. */
  readonly dueDay: string | null;
  /** Since when it has been there. */
  readonly day: string;
}

/** The sort key of a matter. */
export function caseMatterKey({ at, id }: CaseMatterRow): string[] {
  return [at, id];
}

/** Needs, payouts or tasks of one case, also those that are over, newest first; two statements. */
@Injectable()
export class CaseMattersQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Errors: an invalid cursor; NOT_FOUND for a case whose file the reader does not see. */
  async page(
    actor: Actor,
    order: { caseId: string; kind: CaseMatterKind; first: number; after?: string | null },
    timeZone: string,
  ): Promise<Result<Page<CaseMatterRow>, DomainError>> {
    const { caseId, kind, first, after } = order;
    const from = after == null ? [null, null] : readCursor(after);
    if (from === null) return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    if (!isUuid(caseId)) return err(notFound());
    const reader = actor.roles.has('COORDINATOR') ? null : actor.personId;
    const seen = await this.unitOfWork.query(CASE_SEEN, [caseId, reader]);
    if (seen.length === 0) return err(notFound());
    const parameters = [caseId, ...from, first + 1, timeZone];
    const rows = await this.unitOfWork.query<CaseMatterRow>(STATEMENTS[kind], parameters);
    return ok(toPage(rows, first, caseMatterKey));
  }
}

function readCursor(cursor: string): readonly string[] | null {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  const isKey = typeof at === 'string' && isInstant(at) && typeof id === 'string' && isUuid(id);
  return isKey ? [at, id] : null;
}

const pageOf = (from: string): string => `
  SELECT m.id, ${instantText('m.at')} AS at, m.code, m.state, m.amount::text AS "amountMinor",
    m.due_day::text AS "dueDay", (m.at AT TIME ZONE $5)::date::text AS day
  FROM (${from}) m
  WHERE $3::uuid IS NULL OR (m.at, m.id) < ($2::timestamptz, $3::uuid)
  ORDER BY m.at DESC, m.id DESC LIMIT $4`;

const STATEMENTS: Readonly<Record<CaseMatterKind, string>> = {
  NEED: pageOf(`SELECT n.id, (n.asked_on + time '12:00') AT TIME ZONE $5 AS at, n.code, n.state,
    n.amount_minor AS amount, n.due_day FROM need n WHERE n.case_id = $1`),
  MONEY: pageOf(`SELECT d.id, d.drafted_at AS at, d.code, d.state, d.amount_minor AS amount,
    NULL::date AS due_day FROM need n JOIN disbursement d ON d.need_id = n.id
    AND d.organization_id = n.organization_id WHERE n.case_id = $1`),
  TASK: pageOf(`SELECT k.id, k.due_at AS at, k.kind AS code, k.state, NULL::bigint AS amount,
    (k.due_at AT TIME ZONE $5)::date AS due_day FROM task k WHERE k.case_id = $1`),
};
