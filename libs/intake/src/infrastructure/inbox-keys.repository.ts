import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** Somebody who can open the inbox. */
export interface InboxKeyHolder {
  readonly personId: string;
  /** UTC; of the key that ends first. */
  readonly expiresAt: Date;
}

/** Who holds keys to an organisation's inbox; what the keys are is the vault's business. */
@Injectable()
export class InboxKeysRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Whether the organisation has an inbox; a second one waits here for the first. */
  async exists(organizationId: string): Promise<boolean> {
    await this.unitOfWork.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('intake-inbox:' || $1, 0))`,
      [organizationId],
    );
    const rows = await this.unitOfWork.query('SELECT FROM compartment WHERE subject_id = $1', [
      organizationId,
    ]);
    return rows.length > 0;
  }

  /** Those with a live key of each level, the one that ends first at the top. */
  async holders(organizationId: string, now: Date): Promise<readonly InboxKeyHolder[]> {
    return this.unitOfWork.query<InboxKeyHolder>(
      `SELECT g.holder_id AS "personId", min(g.expires_at) AS "expiresAt"
       FROM access_grant g JOIN compartment c ON c.id = g.compartment_id AND c.current_epoch = g.epoch
       WHERE c.subject_id = $1 AND g.expires_at > $2
       GROUP BY g.holder_id HAVING count(DISTINCT c.tier) = 2 ORDER BY 2, 1`,
      [organizationId, now],
    );
  }
}
