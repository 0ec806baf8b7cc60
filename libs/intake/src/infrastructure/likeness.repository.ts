import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** A waiting request whose identity can be compared. */
export interface ComparedRequest {
  readonly id: string;
  readonly state: string;
  readonly codename: string | null;
  readonly revision: number;
  readonly envelope: Buffer;
}

/** One sealed row about who a family is. */
export interface ComparedCaseRow {
  readonly table: 'household_member' | 'prisoner' | 'contact_channel';
  readonly caseId: string;
  readonly codename: string;
  readonly state: string;
  readonly id: string;
  readonly revision: number;
  readonly envelope: Buffer;
}

/** Sealed rows that somebody may compare, the newest first; a fixed number of statements. */
@Injectable()
export class LikenessRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Requests that nobody has decided on. */
  async waitingRequests(
    states: readonly string[],
    except: string,
    most: number,
  ): Promise<readonly ComparedRequest[]> {
    return this.unitOfWork.query<ComparedRequest>(
      `SELECT r.id, r.state, f.codename, r.sealed_revision AS revision, r.sealed_t0 AS envelope
       FROM intake_request r LEFT JOIN case_file f ON f.id = r.case_id
       WHERE r.organization_id = $1 AND r.state = ANY($2) AND r.sealed_t0 IS NOT NULL AND r.id <> $3
       ORDER BY r.received_on DESC, r.id DESC LIMIT $4`,
      [this.unitOfWork.scope().organizationId, states, except, most],
    );
  }

  /** Cases whose identities a person holds. */
  async heldCases(personId: string, most: number): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `SELECT f.id FROM case_file f WHERE f.organization_id = $1 AND EXISTS (SELECT FROM access_grant g
         JOIN compartment c ON c.id = g.compartment_id AND c.current_epoch = g.epoch
         WHERE c.subject_id = f.id AND c.kind = 'CASE' AND c.tier = 'T0' AND g.holder_id = $2)
       ORDER BY f.opened_day DESC, f.id LIMIT $3`,
      [this.unitOfWork.scope().organizationId, personId, most],
    );
    return rows.map(({ id }) => id);
  }

  async rowsOf(caseIds: readonly string[]): Promise<readonly ComparedCaseRow[]> {
    if (caseIds.length === 0) return [];
    return this.unitOfWork.query<ComparedCaseRow>(
      `SELECT t."table", t.case_id AS "caseId", f.codename, f.state, t.id, t.revision, t.envelope
       FROM (SELECT 'household_member' AS "table", case_id, id, version AS revision, sealed_t0 AS envelope
           FROM household_member WHERE case_id = ANY($1)
         UNION ALL SELECT 'prisoner', case_id, id, version, sealed_t0 FROM prisoner WHERE case_id = ANY($1)
         UNION ALL SELECT 'contact_channel', case_id, id, 1, sealed_t0 FROM contact_channel WHERE case_id = ANY($1)) t
       JOIN case_file f ON f.id = t.case_id`,
      [caseIds],
    );
  }
}
