import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type {
  Interview,
  Referee,
  ReferenceAnswer,
  TrainingModule,
} from '../domain/vetting-facts.js';

/** Everybody who vouched for a referee, for those, and so on; and the standing of each referee. */
const REFEREES = `
  WITH RECURSIVE asked AS (
    SELECT person.id AS referee_id, r.answer, person.standing
    FROM unnest($2::uuid[]) AS named (id) JOIN person ON person.id = named.id
    LEFT JOIN volunteer_reference r ON r.application_id = $1 AND r.referee_id = person.id),
  vouched AS (
    SELECT a.person_id AS vouchee_id, r.referee_id AS voucher_id
    FROM volunteer_reference r JOIN volunteer_application a ON a.id = r.application_id
    WHERE r.organization_id = $3 AND r.answer = 'VOUCHES' AND a.person_id IS NOT NULL),
  chain AS (
    SELECT asked.referee_id AS root_id, vouched.voucher_id FROM asked
    JOIN vouched ON vouched.vouchee_id = asked.referee_id
    UNION
    SELECT chain.root_id, vouched.voucher_id FROM chain
    JOIN vouched ON vouched.vouchee_id = chain.voucher_id)
  SELECT asked.referee_id AS "refereeId", asked.answer,
    asked.standing = 'ACTIVE' AND coalesce(v.state = 'ACTIVE', true) AS "isActive",
    ARRAY(SELECT voucher_id FROM vouched WHERE vouchee_id = asked.referee_id) AS "voucherIds",
    ARRAY(SELECT voucher_id FROM chain WHERE root_id = asked.referee_id) AS "chainIds"
  FROM asked LEFT JOIN volunteer v ON v.person_id = asked.referee_id
  ORDER BY asked.referee_id`;

/** References, interviews and training: what the vetting of one application has brought. */
@Injectable()
export class VettingRecordStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The referees of an application with their chains of vouchers, and `alsoId` as if named. */
  async referees(applicationId: string, alsoId: string | null = null): Promise<Referee[]> {
    const named = await this.unitOfWork.query<{ referee_id: string }>(
      'SELECT referee_id FROM volunteer_reference WHERE application_id = $1',
      [applicationId],
    );
    const ids = named.map((row) => row.referee_id);
    if (alsoId !== null && isUuid(alsoId)) ids.push(alsoId);
    if (ids.length === 0) return [];
    return this.unitOfWork.query<Referee>(REFEREES, [
      applicationId,
      [...new Set(ids)],
      this.unitOfWork.scope().organizationId,
    ]);
  }

  async addReferee(reference: {
    readonly applicationId: string;
    readonly refereeId: string;
    readonly namedBy: string;
    readonly namedOn: string;
  }): Promise<void> {
    const { applicationId, refereeId, namedBy, namedOn } = reference;
    await this.unitOfWork.execute(
      `INSERT INTO volunteer_reference (organization_id, application_id, referee_id, named_by, named_on)
       VALUES ($1, $2, $3, $4, $5)`,
      [this.unitOfWork.scope().organizationId, applicationId, refereeId, namedBy, namedOn],
    );
  }

  /** False where the person was not asked, or has answered. */
  async answer(reference: {
    readonly applicationId: string;
    readonly refereeId: string;
    readonly answer: ReferenceAnswer;
    readonly knownYears: number | null;
    readonly answeredOn: string;
  }): Promise<boolean> {
    const { applicationId, refereeId, answer, knownYears, answeredOn } = reference;
    const answered = await this.unitOfWork.execute(
      `UPDATE volunteer_reference SET answer = $3, known_years = $4, answered_on = $5
       WHERE application_id = $1 AND referee_id = $2 AND answer IS NULL`,
      [applicationId, refereeId, answer, knownYears, answeredOn],
    );
    return answered > 0;
  }

  async interviews(applicationId: string): Promise<Interview[]> {
    return this.unitOfWork.query<Interview>(
      `SELECT interviewer_id AS "interviewerId", answer, identity_seen_live AS "identitySeenLive"
       FROM volunteer_interview WHERE application_id = $1 ORDER BY interviewer_id`,
      [applicationId],
    );
  }

  async addInterview(
    applicationId: string,
    interview: Interview & { readonly heldOn: string },
  ): Promise<void> {
    const { interviewerId, answer, identitySeenLive, heldOn } = interview;
    await this.unitOfWork.execute(
      `INSERT INTO volunteer_interview
         (organization_id, application_id, interviewer_id, answer, identity_seen_live, held_on)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        this.unitOfWork.scope().organizationId,
        applicationId,
        interviewerId,
        answer,
        identitySeenLive,
        heldOn,
      ],
    );
  }

  async training(applicationId: string): Promise<TrainingModule[]> {
    const rows = await this.unitOfWork.query<{ module: TrainingModule }>(
      'SELECT module FROM volunteer_training WHERE application_id = $1',
      [applicationId],
    );
    return rows.map((row) => row.module);
  }

  async addTraining(training: {
    readonly applicationId: string;
    readonly module: TrainingModule;
    readonly completedOn: string;
    readonly recordedBy: string;
  }): Promise<void> {
    const { applicationId, module, completedOn, recordedBy } = training;
    await this.unitOfWork.execute(
      `INSERT INTO volunteer_training (organization_id, application_id, module, completed_on, recorded_by)
       VALUES ($1, $2, $3, $4, $5)`,
      [this.unitOfWork.scope().organizationId, applicationId, module, completedOn, recordedBy],
    );
  }

  /** Everybody who spoke for this person, talked to this person or signed on this person. */
  async vettersOf(personId: string): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `SELECT r.referee_id AS id FROM volunteer_reference r JOIN volunteer_application a ON a.id = r.application_id
       WHERE a.organization_id = $2 AND a.person_id = $1 AND r.answer IS NOT NULL
       UNION SELECT i.interviewer_id FROM volunteer_interview i
         JOIN volunteer_application a ON a.id = i.application_id
       WHERE a.organization_id = $2 AND a.person_id = $1
       UNION SELECT unnest(t.signed_by) FROM volunteer_transition t
         LEFT JOIN volunteer_application a ON a.id = t.application_id
       WHERE t.organization_id = $2 AND (t.person_id = $1 OR a.person_id = $1)
         AND t.transition = ANY('{ADMIT,ACTIVATE,TRUST,RENEW,RECHECK,REINSTATE}')`,
      [personId, this.unitOfWork.scope().organizationId],
    );
    return rows.map((row) => row.id);
  }
}
