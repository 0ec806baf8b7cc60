import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';

/** Something that a referee must answer for. */
export interface RefereeReview {
  readonly id: string;
  readonly refereeId: string;
  readonly outcome: string | null;
}

/** Panels that made somebody V3, and reviews of referees. */
@Injectable()
export class TrustStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** True for a case of this organisation. */
  async hasCase(caseId: string): Promise<boolean> {
    if (!isUuid(caseId)) return false;
    const rows = await this.unitOfWork.query('SELECT FROM case_file WHERE id = $1', [caseId]);
    return rows.length > 0;
  }

  async addPanel(panel: {
    readonly id: string;
    readonly personId: string;
    readonly caseId: string;
    readonly members: readonly string[];
    readonly decidedOn: string;
  }): Promise<void> {
    const { id, personId, caseId, members, decidedOn } = panel;
    await this.unitOfWork.execute(
      `INSERT INTO volunteer_panel (id, organization_id, person_id, case_id, members, decided_on)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, this.unitOfWork.scope().organizationId, personId, caseId, members, decidedOn],
    );
  }

  async endPanels(personId: string, endedOn: string): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE volunteer_panel SET ended_on = $2
       WHERE organization_id = $3 AND person_id = $1 AND ended_on IS NULL`,
      [personId, endedOn, this.unitOfWork.scope().organizationId],
    );
  }

  /** A review for everybody who vouched for the person; gives the referees. */
  async openReviews(personId: string, dueDay: string): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ referee_id: string }>(
      `INSERT INTO volunteer_review (id, organization_id, referee_id, vouchee_id, due_day)
       SELECT gen_random_uuid(), r.organization_id, r.referee_id, $1, $2
       FROM volunteer_reference r JOIN volunteer_application a ON a.id = r.application_id
       WHERE a.organization_id = $3 AND a.person_id = $1 AND r.answer = 'VOUCHES'
       GROUP BY r.organization_id, r.referee_id
       ON CONFLICT (organization_id, referee_id, vouchee_id) DO NOTHING RETURNING referee_id`,
      [personId, dueDay, this.unitOfWork.scope().organizationId],
    );
    return rows.map((row) => row.referee_id).sort();
  }

  async hasOpenReview(personId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT FROM volunteer_review
       WHERE organization_id = $2 AND referee_id = $1 AND outcome IS NULL LIMIT 1`,
      [personId, this.unitOfWork.scope().organizationId],
    );
    return rows.length > 0;
  }

  /** The review under a row lock. */
  async lockReview(id: string): Promise<RefereeReview | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.unitOfWork.query<RefereeReview>(
      'SELECT id, referee_id AS "refereeId", outcome FROM volunteer_review WHERE id = $1 FOR UPDATE',
      [id],
    );
    return row ?? null;
  }

  async closeReview(review: {
    readonly id: string;
    readonly outcome: string;
    readonly reviewedBy: string;
    readonly reviewedOn: string;
  }): Promise<void> {
    const { id, outcome, reviewedBy, reviewedOn } = review;
    await this.unitOfWork.execute(
      'UPDATE volunteer_review SET outcome = $2, reviewed_by = $3, reviewed_on = $4 WHERE id = $1',
      [id, outcome, reviewedBy, reviewedOn],
    );
  }
}
