import { Injectable } from '@nestjs/common';
import { err, isUuid, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { NeedEnvelope, type NeedStory, type PeopleReached } from '@kinward/needs';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { KeyOpener } from '@kinward/vault';
import { seesAll, type NeedQueueRow } from './need-queue.query.js';
import { NEED_COLUMNS, worksOn } from './need-queue.sql.js';

/** One need with its history, as the database gives it. */
export interface NeedDetailRow extends NeedQueueRow {
  readonly clockStartedAt: Date | null;
  readonly deliveredMinor: string;
  readonly requiredEvidence: string | null;
  readonly duplicateAnswer: string | null;
  readonly decisionReason: string | null;
  readonly scoreVersion: string | null;
  readonly reach: PeopleReached;
  readonly recurrenceId: string | null;
  /** Null for a claim of an imported request that nobody has screened. */
  readonly authorId: string | null;
  readonly screenedById: string | null;
  readonly assessedById: string | null;
  readonly approvedById: string | null;
  readonly sealedT1: Buffer | null;
  readonly sealedRevision: number;
  readonly moves: readonly {
    readonly transition: string;
    readonly fromState: string;
    readonly toState: string;
    readonly reason: string | null;
    readonly madeById: string | null;
    readonly madeAt: string;
  }[];
  /** Money of funds set aside for it, now and before, the latest first; minor units as text. */
  readonly reservations: readonly {
    readonly id: string;
    readonly fundId: string;
    readonly fundCode: string;
    readonly fundName: string;
    readonly state: string;
    readonly setAsideMinor: string;
    readonly expiresAt: string;
  }[];
}

export interface NeedDetailView extends NeedDetailRow {
  /** Null for whoever holds no key to the story of the case, and for needs nobody has written about. */
  readonly story: NeedStory | null;
}

/**
 * One need: work data for coordinators, finance officers and those on the case, the words for whoever holds the key.
 * NOT_FOUND for everybody else; INTEGRITY when the envelope fails its checks.
 */
@Injectable()
export class NeedDetailQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opener: KeyOpener,
    private readonly envelope: NeedEnvelope,
  ) {}

  async find(actor: Actor, needId: string): Promise<Result<NeedDetailView, DomainError>> {
    if (!isUuid(needId)) return err(notFound());
    const [row] = await this.unitOfWork.query<NeedDetailRow>(DETAIL, [
      needId,
      seesAll(actor) ? null : actor.personId,
    ]);
    if (row === undefined) return err(notFound());
    const opened = await this.opener.open(actor, [row.caseId]);
    if (!opened.ok) return opened;
    const keys = opened.value.of(row.caseId, 'T1');
    if (keys === null) return ok({ ...row, story: null });
    const story = this.envelope.open(keys, row);
    return story.ok ? ok({ ...row, story: story.value }) : story;
  }
}

const DETAIL = `
  SELECT ${NEED_COLUMNS}, '' AS "orderKey", n.clock_started_at AS "clockStartedAt",
    n.delivered_minor AS "deliveredMinor", n.required_evidence AS "requiredEvidence",
    n.duplicate_answer AS "duplicateAnswer", n.decision_reason AS "decisionReason",
    n.score_version AS "scoreVersion", n.reach, n.recurrence_id AS "recurrenceId", n.author_id AS "authorId",
    n.screened_by AS "screenedById", n.assessed_by AS "assessedById", n.approved_by AS "approvedById",
    n.sealed_t1 AS "sealedT1", n.sealed_revision AS "sealedRevision",
    (SELECT coalesce(json_agg(m ORDER BY m."madeAt", m.id), '[]') FROM (SELECT t.id, t.transition,
        t.from_state AS "fromState", t.to_state AS "toState", t.reason, t.made_by AS "madeById",
        to_char(t.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "madeAt"
       FROM need_transition t WHERE t.need_id = n.id) m) AS moves,
    (SELECT coalesce(json_agg(r ORDER BY r."expiresAt" DESC, r.id), '[]') FROM (SELECT s.id, s.fund_id AS "fundId",
        p.code AS "fundCode", p.name AS "fundName", s.state, s.amount_minor::text AS "setAsideMinor",
        to_char(s.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "expiresAt"
       FROM fund_reservation s JOIN fund p ON p.id = s.fund_id WHERE s.need_id = n.id) r) AS reservations
  FROM need n JOIN case_file f ON f.id = n.case_id
  WHERE n.id = $1 AND ($2::uuid IS NULL OR ${worksOn('$2')})`;
