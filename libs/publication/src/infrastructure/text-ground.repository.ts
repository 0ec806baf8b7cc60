import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { TextKind } from '../domain/public-text.js';

/** The consent that each kind of text depends on (codes of every jurisdiction pack). */
const CONSENT: Readonly<Record<TextKind, string>> = {
  CARD: 'PUBLISH_CARD',
  UPDATE: 'DONOR_UPDATE',
};

/** A need, as far as a text about it depends on it. Amounts in minor units. */
export interface TextGround {
  readonly needId: string;
  readonly caseId: string;
  readonly code: string;
  readonly needState: string;
  /** Region class of the family. */
  readonly region: string;
  readonly remainderMinor: string;
  readonly fundingReference: string;
  /** The day of its last approval, YYYY-MM-DD; null before. */
  readonly approvedOn: string | null;
  readonly isConsentLive: boolean;
  /** A card stands, or one is being written by another text. */
  readonly hasCard: boolean;
  /** The card that has been published for it, whatever became of it. */
  readonly cardId: string | null;
  /** Who works on the case. */
  readonly holderIds: readonly string[];
}

const GROUND = `
  SELECT n.id AS "needId", n.case_id AS "caseId", n.code, n.state AS "needState", n.region,
    (n.amount_minor - n.reserved_minor - n.released_minor)::text AS "remainderMinor",
    n.funding_reference AS "fundingReference",
    (SELECT max((t.made_at AT TIME ZONE o.time_zone)::date)::text FROM need_transition t
      WHERE t.organization_id = n.organization_id AND t.need_id = n.id AND t.to_state = 'APPROVED') AS "approvedOn",
    EXISTS (SELECT FROM consent s WHERE s.case_id = n.case_id AND s.purpose = $2 AND s.withdrawn_on IS NULL
      AND s.lapses_on > $3::date) AS "isConsentLive",
    EXISTS (SELECT FROM fund f WHERE f.funding_reference = n.funding_reference AND f.state <> 'CLOSED')
      OR EXISTS (SELECT FROM public_text p WHERE p.funding_reference = n.funding_reference AND p.kind = 'CARD'
        AND p.state IN ('DRAFT', 'PROPOSED', 'SENT_BACK') AND p.id IS DISTINCT FROM $4::uuid) AS "hasCard",
    (SELECT c.id FROM case_card c JOIN fund f ON f.id = c.fund_id
      WHERE f.funding_reference = n.funding_reference LIMIT 1) AS "cardId",
    array_remove(ARRAY[k.assignee_id, k.deputy_id], NULL) AS "holderIds"
  FROM need n JOIN case_file k ON k.id = n.case_id JOIN organization o ON o.id = n.organization_id
  WHERE n.id = $1`;

/** What stands around a need that something may be said about. */
@Injectable()
export class TextGroundRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Null for a need that is not there.
   * @param today YYYY-MM-DD in the organisation's zone
   * @param textId the text that is looked at, which is not in its own way
   */
  async read(
    needId: string,
    kind: TextKind,
    today: string,
    textId: string | null,
  ): Promise<TextGround | null> {
    const [row] = await this.unitOfWork.query<TextGround>(GROUND, [
      ...[needId, CONSENT[kind], today, textId],
    ]);
    return row ?? null;
  }

  /** The need that a text is about; null where it is gone. */
  async needOf(fundingReference: string): Promise<string | null> {
    const [row] = await this.unitOfWork.query<{ id: string }>(
      'SELECT id FROM need WHERE funding_reference = $1',
      [fundingReference],
    );
    return row?.id ?? null;
  }
}
