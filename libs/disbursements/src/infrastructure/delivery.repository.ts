import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { TakenBack } from '../domain/dispute-settlement.js';

/** Who and what stands behind the word that something arrived. */
@Injectable()
export class DeliveryRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What is left of each booked delivery of a payout, the latest first. */
  async standing(disbursementId: string): Promise<readonly TakenBack[]> {
    const rows = await this.unitOfWork.query<{ id: string; left: string }>(
      `SELECT b.id, (b.amount - coalesce((SELECT sum(r.amount) FROM ledger_transfer r
           WHERE r.reverses_id = b.id), 0))::text AS left
       FROM disbursement_transition t JOIN ledger_transfer b ON b.id = t.transfer_id
       WHERE t.disbursement_id = $1 ORDER BY b.sequence DESC`,
      [disbursementId],
    );
    return rows.map(({ id, left }) => ({ transferId: id, amountMinor: BigInt(left) }));
  }

  /** The caseworkers of a case, and whoever said that a payout of it was sent or delivered. */
  async involvedIn(disbursementId: string, caseId: string): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `SELECT assignee_id AS id FROM case_file WHERE id = $2 AND assignee_id IS NOT NULL
       UNION SELECT deputy_id FROM case_file WHERE id = $2 AND deputy_id IS NOT NULL
       UNION SELECT made_by FROM disbursement_transition WHERE disbursement_id = $1 AND made_by IS NOT NULL
         AND transition IN ('SEND', 'DELIVER_PART', 'DELIVER')`,
      [disbursementId, caseId],
    );
    return rows.map((row) => row.id);
  }
}
