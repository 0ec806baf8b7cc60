import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** The consent that a card depends on (a code of every jurisdiction pack). */
const CARD_CONSENT = 'PUBLISH_CARD';

interface GroundRow {
  readonly isConsentLive: boolean;
  readonly hasCard: boolean;
}

/** What stands around a need that may get a card. A card knows its need by the funding reference alone. */
@Injectable()
export class CardGroundRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param today YYYY-MM-DD in the organisation's zone */
  async read(caseId: string, fundingReference: string, today: string): Promise<GroundRow> {
    const [row] = await this.unitOfWork.query<GroundRow>(
      `SELECT
         EXISTS (SELECT FROM consent WHERE case_id = $1 AND purpose = $2 AND withdrawn_on IS NULL
           AND lapses_on > $3::date) AS "isConsentLive",
         EXISTS (SELECT FROM fund WHERE funding_reference = $4 AND state <> 'CLOSED') AS "hasCard"`,
      [caseId, CARD_CONSENT, today, fundingReference],
    );
    return row ?? { isConsentLive: false, hasCard: false };
  }
}
