import type { StatementRunner } from '@kinward/platform';
import type { SpendingGift } from '../domain/donor-spending.js';
import type { FamilyUse } from '../domain/families-reached.js';
import type { GiftPlace } from '../domain/gift-thread.js';

/** A gift as its donor sees it; amounts in minor units. */
export interface DonorGift {
  readonly id: string;
  readonly state: string;
  readonly amountMinor: string;
  readonly feeMinor: string;
  readonly refundedMinor: string;
  readonly startedOn: string;
  readonly fallback: string;
  /** Given for a case card. */
  readonly isForOneNeed: boolean;
  /** The fund's public name, or the codename of a case card. */
  readonly purpose: string;
  readonly receiptYear: number | null;
  readonly receiptNumber: number | null;
  readonly moves: readonly {
    reason: string;
    purpose: string;
    amountMinor: string;
    movedOn: string;
  }[];
}

export interface DonorPledge {
  readonly id: string;
  readonly state: string;
  readonly amountMinor: string;
  readonly startedOn: string;
  readonly purpose: string;
}

/** What a family agreed to tell those who gave for its need. */
export interface DonorUpdate {
  readonly id: string;
  /** The public codename of the card. */
  readonly codename: string;
  /** YYYY-MM. */
  readonly month: string;
  readonly text: string;
}

/** A gift that has come in, for sums. */
export interface ArrivedGift extends Omit<SpendingGift, 'parts'> {
  readonly id: string;
}

/** A fund that holds part of a gift, and the gift's place in it. */
export interface HeldPart extends GiftPlace {
  readonly giftId: string;
  readonly fundId: string;
}

const GIFTS = `
  SELECT g.id, g.state, g.amount_minor AS "amountMinor", g.fee_minor AS "feeMinor", g.refunded_minor AS "refundedMinor",
    g.started_on::text AS "startedOn", g.fallback, f.kind = 'EARMARK' AS "isForOneNeed",
    coalesce(f.public_names ->> $2, f.name) AS purpose, r.year AS "receiptYear",
    r.number AS "receiptNumber", coalesce((SELECT json_agg(json_build_object('reason', m.reason, 'purpose', coalesce(t.public_names ->> $2, t.name),
      'amountMinor', m.amount_minor::text, 'movedOn', m.moved_on::text) ORDER BY m.moved_on, m.id)
      FROM gift_move m JOIN fund t ON t.id = m.to_fund_id WHERE m.gift_id = g.id), '[]') AS moves
  FROM gift g JOIN fund f ON f.id = g.fund_id LEFT JOIN gift_receipt r ON r.gift_id = g.id
  WHERE g.donor_id = $1 ORDER BY g.started_on DESC, g.id LIMIT 200`;

/**
 * Updates on cards that a donor gave for, cooled by the day `$2`: while the family agrees and its case is live, and not a
 * moment longer.
 */
const UPDATES = `
  SELECT p.id, c.public_codename AS codename, to_char(p.visible_from, 'YYYY-MM') AS month, p.body AS text
  FROM public_text p JOIN case_card c ON c.id = p.card_id
    JOIN need n ON n.funding_reference = p.funding_reference JOIN case_file k ON k.id = n.case_id
  WHERE p.kind = 'UPDATE' AND p.state = 'PUBLISHED' AND p.visible_from <= $2::date
    AND k.state IN ('ACTIVE', 'TRANSITION')
    AND EXISTS (SELECT FROM consent s WHERE s.case_id = n.case_id AND s.purpose = 'DONOR_UPDATE'
      AND s.withdrawn_on IS NULL AND s.lapses_on > $2::date)
    AND EXISTS (SELECT FROM gift g WHERE g.donor_id = $1 AND g.fund_id = c.fund_id AND g.booked_at IS NOT NULL)
  ORDER BY p.visible_from DESC, p.id DESC LIMIT 50`;

/** What a gift `g` is worth after fees and refunds. */
const WORTH = 'g.amount_minor - g.fee_minor - g.refunded_minor';

/**
 * Where each gift lies in each fund that holds part of it: its own fund less what was moved, and the funds it was moved
 * to. Worth is after fees and refunds: those take from its own fund first, then from where it was moved last.
 */
const PLACES = `
  WITH mine AS (SELECT id, fund_id FROM gift WHERE donor_id = $1 AND booked_at IS NOT NULL),
  touched AS (SELECT fund_id FROM mine
    UNION SELECT m.to_fund_id FROM gift_move m JOIN mine ON mine.id = m.gift_id),
  parts AS (
    SELECT g.id AS gift_id, g.fund_id, g.booked_at AS since, ${WORTH}
      - coalesce((SELECT sum(m.amount_minor) FROM gift_move m WHERE m.gift_id = g.id AND m.from_fund_id = g.fund_id), 0)
      AS worth
    FROM gift g WHERE g.fund_id IN (SELECT fund_id FROM touched) AND g.booked_at IS NOT NULL
    UNION ALL
    SELECT m.gift_id, m.to_fund_id, g.booked_at, least(m.amount_minor, ${WORTH}
      - coalesce((SELECT sum(e.amount_minor) FROM gift_move e
          WHERE e.gift_id = m.gift_id AND (e.moved_on, e.id) < (m.moved_on, m.id)), 0))
    FROM gift_move m JOIN gift g ON g.id = m.gift_id WHERE m.to_fund_id IN (SELECT fund_id FROM touched)),
  placed AS (SELECT gift_id, fund_id, greatest(worth, 0) AS worth, coalesce(sum(greatest(worth, 0)) OVER (
      PARTITION BY fund_id ORDER BY since, gift_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM parts)
  SELECT gift_id AS "giftId", fund_id AS "fundId", worth::bigint AS "worthMinor", before::bigint AS "beforeMinor"
  FROM placed WHERE gift_id IN (SELECT id FROM mine) AND worth > 0`;

/**
 * What a fund was used for, by funding reference: confirmed by the family first, then delivered, on its way, reserved.
 * Group and code of a reference stand in the report facts, which have no way back to a case; of the need itself its
 * state is read, and its case, to count families (`familiesReached`): neither leaves the server.
 */
const USES = `
  WITH moved AS (
    SELECT t.reference,
      coalesce(sum(t.amount) FILTER (WHERE t.phase = 'PENDING' AND NOT EXISTS (SELECT FROM ledger_transfer r
        WHERE r.pending_id = t.id)), 0) AS reserved,
      coalesce(sum(CASE WHEN t.phase = 'POST' THEN t.amount WHEN t.code = 'CAME_BACK' THEN -t.amount END), 0) AS released,
      min(t.booked_at) AS since
    FROM ledger_transfer t JOIN fund f ON f.account_id IN (t.debit_account_id, t.credit_account_id)
    WHERE f.id = $1 AND t.reference IS NOT NULL AND (t.phase IN ('PENDING', 'POST') OR t.code = 'CAME_BACK')
    GROUP BY t.reference),
  counted AS (SELECT m.*, coalesce(r.need_group, 'OTHER') AS need_group, coalesce(r.code, '') AS code,
      coalesce((SELECT n.case_id FROM need n WHERE n.funding_reference = m.reference), m.reference)::text AS family,
      least(m.released, coalesce((SELECT sum(d.amount - coalesce((SELECT sum(c.amount) FROM ledger_transfer c
        WHERE c.reverses_id = d.id), 0)) FROM ledger_transfer d WHERE d.reference = m.reference AND d.code = 'DELIVERED'), 0)) AS delivered,
      EXISTS (SELECT FROM need n WHERE n.funding_reference = m.reference AND n.state = 'CONFIRMED') AS is_confirmed
    FROM moved m LEFT JOIN report_fact r ON r.funding_reference = m.reference),
  used AS (
    SELECT CASE WHEN is_confirmed THEN 0 ELSE 1 END AS rank,
      CASE WHEN is_confirmed THEN 'CONFIRMED' ELSE 'DELIVERED' END AS status, need_group, code, family,
      delivered AS amount, since
    FROM counted
    UNION ALL SELECT 2, 'ON_ITS_WAY', need_group, code, family, released - delivered, since FROM counted
    UNION ALL SELECT 3, 'RESERVED', need_group, code, family, reserved, since FROM counted)
  SELECT status, need_group AS "group", code, family, amount::bigint AS "amountMinor" FROM used WHERE amount > 0
  ORDER BY rank, since, need_group`;

const ARRIVED = `
  SELECT g.id, g.state = 'CHARGED_BACK' AS "isChargedBack", g.amount_minor AS "amountMinor", g.fee_minor AS "feeMinor",
    g.refunded_minor AS "refundedMinor"
  FROM gift g WHERE g.donor_id = $1 AND g.booked_at IS NOT NULL
    AND ($2::integer IS NULL OR extract(year FROM g.booked_at AT TIME ZONE $3::text) = $2)`;

/** Reads for the donor's private page. */
export class DonorPageStore {
  constructor(private readonly db: StatementRunner) {}

  /** @param language in which funds are named */
  gifts(donorId: string, language: string): Promise<DonorGift[]> {
    return this.db.query<DonorGift>(GIFTS, [donorId, language]);
  }

  /** @param language in which funds are named */
  pledges(donorId: string, language: string): Promise<DonorPledge[]> {
    return this.db.query<DonorPledge>(
      `SELECT p.id, p.state, p.amount_minor AS "amountMinor", p.started_on::text AS "startedOn", coalesce(f.public_names ->> $2, f.name) AS purpose
       FROM pledge p JOIN fund f ON f.id = p.fund_id WHERE p.donor_id = $1 ORDER BY p.started_on DESC, p.id`,
      [donorId, language],
    );
  }

  /** @param today YYYY-MM-DD in the organisation's zone */
  updates(donorId: string, today: string): Promise<DonorUpdate[]> {
    return this.db.query<DonorUpdate>(UPDATES, [donorId, today]);
  }

  /** All gifts that have arrived, or those of one year in this time zone. */
  async arrived(
    donorId: string,
    year: number | null,
    timeZone: string,
  ): Promise<readonly ArrivedGift[]> {
    const rows = await this.db.query<{
      id: string;
      isChargedBack: boolean;
      amountMinor: string;
      feeMinor: string;
      refundedMinor: string;
    }>(ARRIVED, [donorId, year, timeZone]);
    return rows.map(({ id, isChargedBack, amountMinor, feeMinor, refundedMinor }) => ({
      id,
      isChargedBack,
      amountMinor: BigInt(amountMinor),
      feeMinor: BigInt(feeMinor),
      refundedMinor: BigInt(refundedMinor),
    }));
  }

  async places(donorId: string): Promise<readonly HeldPart[]> {
    const rows = await this.db.query<{
      giftId: string;
      fundId: string;
      worthMinor: string;
      beforeMinor: string;
    }>(PLACES, [donorId]);
    return rows.map(({ giftId, fundId, worthMinor, beforeMinor }) => ({
      giftId,
      fundId,
      worthMinor: BigInt(worthMinor),
      beforeMinor: BigInt(beforeMinor),
    }));
  }

  async uses(fundId: string): Promise<readonly FamilyUse[]> {
    const rows = await this.db.query<Omit<FamilyUse, 'amountMinor'> & { amountMinor: string }>(
      USES,
      [fundId],
    );
    return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
  }
}
