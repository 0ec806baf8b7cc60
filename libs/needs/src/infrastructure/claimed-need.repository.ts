import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import { IsNull } from 'typeorm';
import type { PeopleReached } from '../domain/people-reached.js';
import type { TriagePoints } from '../domain/triage-score.js';
import { NeedRow } from './need.entity.js';

/** A claim as its row takes it. */
export interface ClaimRow {
  readonly id: string;
  readonly case_id: string;
  readonly code: string;
  readonly region: string;
  readonly due_day: string | null;
  readonly asked_on: string;
  readonly score: number;
  readonly score_version: string;
  readonly score_points: TriagePoints;
  readonly reach: PeopleReached;
  readonly funding_reference: string;
}

/** Nobody has screened it: a draft without an author. */
const CLAIM = `state = 'DRAFT' AND author_id IS NULL`;

/** Claims of imported requests, many at a time. */
@Injectable()
export class ClaimedNeedRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(rows: readonly ClaimRow[]): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO need (id, organization_id, case_id, code, state, amount_minor, region, due_day, asked_on, score,
         score_version, score_points, reach, funding_reference)
       SELECT id, $1, case_id, code, 'DRAFT', 0, region, due_day, asked_on, score, score_version, score_points, reach,
         funding_reference
       FROM jsonb_to_recordset($2::jsonb) AS claim (id uuid, case_id uuid, code text, region text, due_day date,
         asked_on date, score integer, score_version text, score_points jsonb, reach jsonb, funding_reference uuid)`,
      [this.unitOfWork.scope().organizationId, JSON.stringify(rows)],
    );
  }

  /** Codes that a case has an open need for, claimed or screened. */
  async codesOf(caseId: string): Promise<ReadonlySet<string>> {
    const rows = await this.unitOfWork.query<{ code: string }>(
      `SELECT DISTINCT code FROM need WHERE case_id = $1 AND state NOT IN ('CANCELLED', 'EXPIRED')`,
      [caseId],
    );
    return new Set(rows.map(({ code }) => code));
  }

  /** The claims of a case that nobody has screened, under their locks, by id. */
  async lockClaims(caseId: string): Promise<NeedRow[]> {
    const manager = await this.unitOfWork.manager();
    return manager.find(NeedRow, {
      where: { caseId, state: 'DRAFT', authorId: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Gives the claim of one code its new region, day and points. */
  async rewrite(row: ClaimRow): Promise<void> {
    const { case_id, code, region, due_day, asked_on, score, score_points, reach } = row;
    await this.unitOfWork.execute(
      `UPDATE need SET region = $3, due_day = $4, asked_on = $5, score = $6, score_points = $7::jsonb,
         reach = $8::jsonb, version = version + 1
       WHERE case_id = $1 AND code = $2 AND ${CLAIM}`,
      [case_id, code, region, due_day, asked_on, score, score_points, reach],
    );
  }

  async cancelAllBut(caseId: string, codes: readonly string[], at: Date): Promise<void> {
    await this.unitOfWork.execute(
      `WITH gone AS (
         UPDATE need SET state = 'CANCELLED', decision_reason = 'NO_LONGER_NEEDED', version = version + 1
         WHERE case_id = $1 AND ${CLAIM} AND code <> ALL ($2) RETURNING id, organization_id)
       INSERT INTO need_transition (id, organization_id, need_id, transition, from_state, to_state, reason, made_at)
       SELECT gen_random_uuid(), organization_id, id, 'CANCEL', 'DRAFT', 'CANCELLED', 'NO_LONGER_NEEDED', $3 FROM gone`,
      [caseId, codes, at],
    );
  }
}
