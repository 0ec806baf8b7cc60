import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** A case that may be erased, or is proposed for it. */
export interface ErasableCase {
  readonly caseId: string;
  readonly version: number;
  readonly codename: string;
  readonly state: string;
  readonly retentionDueDay: string;
  readonly proposedBy: string | null;
  readonly proposalEndsAt: Date | null;
}

/** What lies under keys because of a case, and which cases are due. Ids, states and days only. */
@Injectable()
export class ErasureRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The case itself, and every paper that was sealed because of it in a compartment of its own. */
  async subjectsOf(caseId: string): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(SUBJECTS, [caseId]);
    return [caseId, ...rows.map(({ id }) => id)];
  }

  /** Destroys what the inbox still has of the family under its own key, such as a correction that nobody compared. */
  async forgetRequests(caseId: string): Promise<void> {
    await this.unitOfWork.execute(FORGET, [caseId]);
  }

  /** Whether a complaint of the family still waits for its answer. */
  async owesAnAnswer(caseId: string): Promise<boolean> {
    const [row] = await this.unitOfWork.query<{ owed: boolean }>(OWED, [caseId]);
    return row?.owed === true;
  }

  /** Closes what the family could come back to, as its own closing word would: words, keys, messages, complaints. */
  async closeMailboxes(caseId: string): Promise<void> {
    for (const statement of CLOSE) await this.unitOfWork.execute(statement, [caseId]);
  }

  /** Writes into the log of disclosures that nobody will open this case again. */
  async log(entry: { readonly id: string; caseId: string; personId: string; at: Date }) {
    await this.unitOfWork.execute(
      `INSERT INTO disclosure (id, organization_id, case_id, person_id, purpose, field_count, opened_at, expires_at)
       VALUES ($1, $2, $3, $4, 'CASE_ERASED', 0, $5, $5)`,
      [entry.id, this.unitOfWork.scope().organizationId, entry.caseId, entry.personId, entry.at],
    );
  }

  /** Cases whose retention is over, the longest overdue first. */
  async due(
    today: string,
    now: Date,
    after: { readonly day: string; readonly id: string } | null,
    limit: number,
  ): Promise<readonly ErasableCase[]> {
    return this.unitOfWork.query<ErasableCase>(DUE, [
      this.unitOfWork.scope().organizationId,
      today,
      now,
      after?.day ?? '-infinity',
      after?.id ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ]);
  }
}

const SUBJECTS = `
  SELECT p.id FROM disbursement d JOIN need n ON n.id = d.need_id,
    LATERAL (VALUES (d.sheet_subject_id), (d.instruction_subject_id)) AS p (id) WHERE n.case_id = $1
  UNION
  SELECT e.document_subject_id FROM disbursement_evidence e JOIN disbursement d ON d.id = e.disbursement_id
    JOIN need n ON n.id = d.need_id WHERE n.case_id = $1 AND e.document_subject_id IS NOT NULL
  UNION
  SELECT id FROM task WHERE case_id = $1
  UNION
  SELECT id FROM call_out WHERE case_id = $1
  UNION
  -- A parcel that nobody fetched has its key under the offer's id.
  SELECT id FROM case_transfer WHERE case_id = $1`;

const FORGET = `
  UPDATE intake_request SET sealed_t0 = NULL, sealed_t1 = NULL, proposed_t0 = NULL, proposed_t1 = NULL,
    proposed_on = NULL, proposed_problem = NULL, version = version + 1
  WHERE case_id = $1 AND num_nonnulls(sealed_t0, sealed_t1, proposed_t0, proposed_t1) > 0`;

/** A mailbox that was opened with a request belongs to the case of that request, whatever its own row says. */
const MAILBOXES = `
  SELECT id FROM mailbox WHERE case_id = $1
    OR request_id IN (SELECT r.id FROM intake_request r WHERE r.case_id = $1)`;

const OWED = `
  SELECT EXISTS (SELECT FROM complaint WHERE state = 'OPEN' AND mailbox_id IN (${MAILBOXES})) AS owed`;

const CLOSE = [
  `DELETE FROM mailbox_word WHERE mailbox_id IN (${MAILBOXES})`,
  `DELETE FROM mailbox_message WHERE mailbox_id IN (${MAILBOXES})`,
  `DELETE FROM complaint_copy WHERE complaint_id IN (SELECT id FROM complaint WHERE mailbox_id IN (${MAILBOXES}))`,
  `UPDATE mailbox SET state = 'CLOSED', public_key = '', key_mark = '', version = version + 1
   WHERE state = 'OPEN' AND id IN (${MAILBOXES})`,
];

const DUE = `
  SELECT f.id AS "caseId", f.version, f.codename, f.state, f.retention_due_day::text AS "retentionDueDay",
    s.signed_by AS "proposedBy", s.expires_at AS "proposalEndsAt"
  FROM case_file f LEFT JOIN transition_signature s
    ON s.case_id = f.id AND s.transition = 'ERASE' AND s.expires_at > $3
  WHERE f.organization_id = $1 AND f.state IN ('CLOSED', 'DECLINED', 'TRANSFERRED') AND f.retention_due_day < $2
    AND (f.retention_due_day, f.id) > ($4::date, $5::uuid)
  ORDER BY f.retention_due_day, f.id LIMIT $6`;
