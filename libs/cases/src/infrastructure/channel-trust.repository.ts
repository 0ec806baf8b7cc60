import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import { CHANNEL_TRUSTS, trustAfter, type ChannelEvent } from '../domain/contact-channel-trust.js';

/** Trust of all channels of a case at once. */
@Injectable()
export class ChannelTrustRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Applies an event to every channel, by the table of the trust machine; tells how many changed. */
  async reset(caseId: string, event: ChannelEvent): Promise<number> {
    const moves = CHANNEL_TRUSTS.flatMap((trust) => {
      const next = trustAfter(trust, event);
      return next.ok && next.value !== trust ? [{ from: trust, to: next.value }] : [];
    });
    if (moves.length === 0) return 0;
    return this.unitOfWork.execute(
      `UPDATE contact_channel c SET trust = move.next, version = version + 1
       FROM unnest($2::text[], $3::text[]) AS move (trust, next)
       WHERE c.case_id = $1 AND c.trust = move.trust`,
      [caseId, moves.map((move) => move.from), moves.map((move) => move.to)],
    );
  }
}
