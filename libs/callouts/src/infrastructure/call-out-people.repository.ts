import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork, type Role } from '@kinward/platform';
import type { Verdict } from '../domain/call-out-codes.js';

/** What somebody said of an alarm. */
export interface Call {
  readonly personId: string;
  readonly verdict: Verdict;
  readonly asCoordinator: boolean;
}

/** Whom a caseworker's call-out `c` concerns: those on duty, who raised it, who is to own it, who works with the family. */
export const CONCERNS = (person: string, now: string): string => `
  (${person} IN (c.raised_by, c.owner_id)
   OR EXISTS (SELECT FROM duty_shift d WHERE d.person_id = ${person} AND d.from_at <= ${now} AND d.until_at > ${now})
   OR EXISTS (SELECT FROM case_file f WHERE f.id = c.case_id AND ${person} IN (f.assignee_id, f.deputy_id)))`;

/** Who has to do with a call-out, and what they said of it. */
@Injectable()
export class CallOutPeopleRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async concerns(callOutId: string, personId: string, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT FROM call_out c WHERE c.id = $1 AND ${CONCERNS('$2::uuid', '$3::timestamptz')}`,
      [callOutId, personId, now],
    );
    return rows.length > 0;
  }

  async isOnDuty(personId: string, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      'SELECT FROM duty_shift WHERE person_id = $1 AND from_at <= $2 AND until_at > $2',
      [personId, now],
    );
    return rows.length > 0;
  }

  /** People of this organisation in these roles who may work. */
  async inRoles(roles: readonly Role[]): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `SELECT id FROM person WHERE organization_id = $1 AND roles && $2 AND standing = 'ACTIVE' ORDER BY id`,
      [this.unitOfWork.scope().organizationId, roles],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether somebody could take a family on. */
  async mayOwn(personId: string): Promise<boolean> {
    if (!isUuid(personId)) return false;
    const rows = await this.unitOfWork.query(
      `SELECT FROM person WHERE organization_id = $1 AND id = $2 AND standing = 'ACTIVE' AND roles && $3`,
      [this.unitOfWork.scope().organizationId, personId, ['CASEWORKER', 'COORDINATOR']],
    );
    return rows.length > 0;
  }

  async callsOf(callOutId: string): Promise<Call[]> {
    return this.unitOfWork.query<Call>(
      `SELECT person_id AS "personId", verdict, as_coordinator AS "asCoordinator" FROM call_out_call
       WHERE organization_id = $1 AND call_out_id = $2 ORDER BY made_at, person_id`,
      [this.unitOfWork.scope().organizationId, callOutId],
    );
  }

  /** Keeps what somebody says now, in place of what they said before. */
  async keepCall(callOutId: string, call: Call, now: Date): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO call_out_call (organization_id, call_out_id, person_id, verdict, as_coordinator, made_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (organization_id, call_out_id, person_id)
         DO UPDATE SET verdict = excluded.verdict, as_coordinator = excluded.as_coordinator, made_at = excluded.made_at`,
      [
        this.unitOfWork.scope().organizationId,
        callOutId,
        call.personId,
        call.verdict,
        call.asCoordinator,
        now,
      ],
    );
  }

  /** After an escalation the alarm is judged anew. */
  async forgetCalls(callOutId: string): Promise<void> {
    await this.unitOfWork.execute(
      'DELETE FROM call_out_call WHERE organization_id = $1 AND call_out_id = $2',
      [this.unitOfWork.scope().organizationId, callOutId],
    );
  }
}
