import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@kinward/kernel';
import { CLOCK, UnitOfWork, type Actor } from '@kinward/platform';

/** What somebody has been asked to look at, without a word on what it is. */
export interface PingCounts {
  readonly unseen: number;
  /** ISO instant of the oldest unseen one; null without any. */
  readonly since: string | null;
}

/** A person's own pings in the app; they stand there with and without mail. */
@Injectable()
export class MyPings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async count({ organizationId, personId }: Actor): Promise<PingCounts> {
    const [row] = await this.unitOfWork.query<{ unseen: number; since: Date | null }>(
      `SELECT count(*)::integer AS unseen, min(asked_at) AS since FROM ping
       WHERE organization_id = $1 AND person_id = $2 AND seen_at IS NULL`,
      [organizationId, personId],
    );
    return { unseen: row?.unseen ?? 0, since: row?.since?.toISOString() ?? null };
  }

  /** Whoever has looked needs no mail any more. Returns how many were marked. */
  markSeen({ organizationId, personId }: Actor): Promise<number> {
    return this.unitOfWork.execute(
      `UPDATE ping SET seen_at = $3, state = CASE state WHEN 'WAITING' THEN 'SEEN' ELSE state END,
         settled_at = CASE state WHEN 'WAITING' THEN $3 ELSE settled_at END
       WHERE organization_id = $1 AND person_id = $2 AND seen_at IS NULL`,
      [organizationId, personId, this.clock.now()],
    );
  }
}
