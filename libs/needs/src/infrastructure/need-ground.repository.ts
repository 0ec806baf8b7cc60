import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

type Trust = 'UNKNOWN' | 'VERIFIED' | 'DEGRADED' | 'COMPROMISED';

/** What stands around a need in other tables of its case. */
@Injectable()
export class NeedGroundRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Day on which the family last got aid for any of its needs, null where it never did. */
  async lastHelpedOn(caseId: string): Promise<string | null> {
    const [row] = await this.unitOfWork.query<{ day: string | null }>(
      'SELECT max(delivered_on)::text AS day FROM need WHERE case_id = $1',
      [caseId],
    );
    return row?.day ?? null;
  }

  /** Whether a consent for one of the purposes stands on that day. */
  async isConsentLive(
    caseId: string,
    purposes: readonly string[],
    today: string,
  ): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT FROM consent WHERE case_id = $1 AND purpose = ANY($2) AND withdrawn_on IS NULL
         AND lapses_on > $3 LIMIT 1`,
      [caseId, purposes, today],
    );
    return rows.length > 0;
  }

  /** Trust of the most trusted contact channel, null where there is none. */
  async bestTrust(caseId: string): Promise<Trust | null> {
    const [row] = await this.unitOfWork.query<{ trust: Trust }>(
      `SELECT trust FROM contact_channel WHERE case_id = $1
       ORDER BY array_position(ARRAY['VERIFIED', 'UNKNOWN', 'DEGRADED', 'COMPROMISED'], trust) LIMIT 1`,
      [caseId],
    );
    return row?.trust ?? null;
  }
}
