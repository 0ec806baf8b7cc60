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

  /** What the cap of a running call-out leaves beside its needs, in minor units; null where it does not run. */
  async roomInCallOut(callOutId: string): Promise<bigint | null> {
    const [row] = await this.unitOfWork.query<{ room: string }>(
      `SELECT (c.cap_minor - coalesce((SELECT sum(n.amount_minor) FROM need n WHERE n.organization_id = c.organization_id
         AND n.call_out_id = c.id AND n.state NOT IN ('CANCELLED', 'EXPIRED', 'REJECTED')), 0))::text AS room
       FROM call_out c WHERE c.id = $1 AND c.cap_minor IS NOT NULL
         AND c.state IN ('TRIAGED', 'DISPATCHED', 'STABILISING', 'STABILISED')`,
      [callOutId],
    );
    return row === undefined ? null : BigInt(row.room);
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
