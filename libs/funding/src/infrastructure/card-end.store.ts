import type { StatementRunner } from '@kinward/platform';

/** Why a card ends, or why the rest of one that has ended can move now. */
export type CardEndCause =
  'CASE_ENDED' | 'CONSENT_ENDED' | 'NEED_COVERED' | 'NEED_ENDED' | 'NEED_MET' | 'MONEY_FREED';

/** A card that somebody must look at, with the day of its organisation, YYYY-MM-DD. */
export interface DueCard {
  readonly id: string;
  readonly organizationId: string;
  readonly today: string;
}

/**
 * Why a card `c` with its need `n` and case `k` is over on a day, as a {@link CardEndCause}; null while it stands. A case or
 * a need that only pauses hides its card (`CARD_IS_SILENT`) and ends nothing.
 */
const endOn = (day: string): string => `CASE
  WHEN c.state IN ('WITHDRAWN', 'CLOSED') THEN 'MONEY_FREED'
  WHEN n.state IN ('DELIVERED', 'CONFIRMED') THEN 'NEED_MET'
  WHEN n.id IS NULL OR n.state IN ('REJECTED', 'CANCELLED', 'EXPIRED', 'UNMET') THEN 'NEED_ENDED'
  WHEN k.state IN ('CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED') THEN 'CASE_ENDED'
  WHEN NOT EXISTS (SELECT FROM consent s WHERE s.organization_id = n.organization_id AND s.case_id = n.case_id
    AND s.purpose = 'PUBLISH_CARD' AND s.withdrawn_on IS NULL AND s.lapses_on > ${day}) THEN 'CONSENT_ENDED'
  WHEN n.state IN ('FUNDED', 'IN_DELIVERY') AND n.reserved_minor + n.released_minor >= n.amount_minor THEN 'NEED_COVERED'
  END`;

const SURROUNDINGS = `JOIN fund f ON f.id = c.fund_id
  LEFT JOIN need n ON n.organization_id = c.organization_id AND n.funding_reference = f.funding_reference
  LEFT JOIN case_file k ON k.id = n.case_id`;

/** Minor units in the account `f.account_id` that nobody has reserved, with what waits to be folded. */
export const REST_OF_FUND = `(SELECT a.credits_posted - a.debits_posted - a.debits_pending
    + coalesce((SELECT sum(d.credits_posted - d.debits_posted - d.debits_pending) FROM ledger_delta d
      WHERE d.account_id = a.id), 0)
  FROM ledger_account a WHERE a.id = f.account_id)`;

/** Cards that are over and are not marked so, or still hold money that can move; `$1` is the present instant. */
const DUE = `
  SELECT c.id, c.organization_id AS "organizationId", o.today::text AS today
  FROM case_card c
  JOIN (SELECT id, ($1::timestamptz AT TIME ZONE time_zone)::date AS today FROM organization) o
    ON o.id = c.organization_id
  ${SURROUNDINGS}
  CROSS JOIN LATERAL (SELECT ${endOn('o.today')} AS cause) e
  WHERE e.cause IS NOT NULL AND (e.cause NOT IN ('MONEY_FREED', 'NEED_COVERED')
    OR e.cause = 'NEED_COVERED' AND c.state = 'PUBLISHED' OR ${REST_OF_FUND} > 0)
  ORDER BY c.organization_id, c.id`;

/** When cards end, seen from their needs, cases and consents. */
export class CardEndStore {
  constructor(private readonly db: StatementRunner) {}

  /** Keeps the need of a card as it is until the transaction ends; whoever locks its card, too, asks for this first. */
  async holdNeed(organizationId: string, id: string): Promise<void> {
    await this.db.query(
      `SELECT n.id FROM case_card c JOIN fund f ON f.id = c.fund_id
       JOIN need n ON n.organization_id = c.organization_id AND n.funding_reference = f.funding_reference
       WHERE c.organization_id = $1 AND c.id = $2 FOR SHARE OF n`,
      [organizationId, id],
    );
  }

  /** Of every organisation that the caller's role sees. */
  async due(now: Date): Promise<readonly DueCard[]> {
    return this.db.query<DueCard>(DUE, [now]);
  }

  /** Why the card is over on this day, YYYY-MM-DD; null while it stands. */
  async endOf(id: string, today: string): Promise<CardEndCause | null> {
    const [row] = await this.db.query<{ cause: CardEndCause | null }>(
      `SELECT ${endOn('$1::date')} AS cause FROM case_card c ${SURROUNDINGS} WHERE c.id = $2`,
      [today, id],
    );
    return row?.cause ?? null;
  }
}
