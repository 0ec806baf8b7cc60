import { isUuid } from '@kinward/kernel';
import type { StatementRunner } from '@kinward/platform';

export const CARD_STATES = ['DRAFT', 'PUBLISHED', 'FULL', 'WITHDRAWN', 'CLOSED'] as const;
export type CardState = (typeof CARD_STATES)[number];

/** A need as the public sees it; amounts in minor units. */
export interface CaseCard {
  readonly id: string;
  readonly fundId: string;
  readonly needGroup: string;
  readonly amountMinor: bigint;
  readonly state: CardState;
}

export interface NewCaseCard {
  readonly id: string;
  readonly organizationId: string;
  readonly publicCodename: string;
  readonly needGroup: string;
  readonly amountMinor: bigint;
  /** Coarse facts in codes. */
  readonly facts: Readonly<Record<string, string>>;
  readonly fundId: string;
  /** YYYY-MM-DD. */
  readonly visibleFrom: string;
}

/** What a gift has left in a card's fund. */
export interface GiftInCard {
  readonly giftId: string;
  readonly fallback: string;
  readonly leftMinor: bigint;
}

/**
 * True for a card `c` that must not be seen although nobody has withdrawn it yet: it has not cooled by the day `$1`, its
 * family's consent has ended by then, its case is not live, or its need is not asked for any more. It holds from the
 * moment of the change.
 */
export const CARD_IS_SILENT = `(c.visible_from > $1::date OR EXISTS (
  SELECT FROM fund f JOIN need n ON n.funding_reference = f.funding_reference JOIN case_file k ON k.id = n.case_id
  WHERE f.id = c.fund_id AND (k.state NOT IN ('ACTIVE', 'TRANSITION')
    OR n.state IN ('REJECTED', 'CANCELLED', 'EXPIRED', 'SUSPENDED', 'UNMET')
    OR NOT EXISTS (SELECT FROM consent s WHERE s.case_id = n.case_id AND s.purpose = 'PUBLISH_CARD'
      AND s.withdrawn_on IS NULL AND s.lapses_on > $1::date))))`;

const COLUMNS = `id, fund_id AS "fundId", need_group AS "needGroup", amount_minor AS "amountMinor", state`;

/** Gifts of a fund with what each has left there, after fee, refunds and moves. */
const GIFTS = `
  SELECT g.id AS "giftId", g.fallback, (g.amount_minor - g.fee_minor - g.refunded_minor
    - coalesce((SELECT sum(m.amount_minor) FROM gift_move m
        WHERE m.gift_id = g.id AND m.from_fund_id = $1), 0))::bigint AS "leftMinor"
  FROM gift g WHERE g.fund_id = $1 AND g.booked_at IS NOT NULL`;

/** Case cards, and the gifts that were given for them. */
export class CaseCardStore {
  constructor(private readonly db: StatementRunner) {}

  async add(card: NewCaseCard): Promise<void> {
    await this.db.query(
      `INSERT INTO case_card (id, organization_id, public_codename, need_group, amount_minor, facts, state, fund_id,
         visible_from) VALUES ($1, $2, $3, $4, $5, $6, 'PUBLISHED', $7, $8)`,
      [
        card.id,
        card.organizationId,
        card.publicCodename,
        card.needGroup,
        card.amountMinor.toString(),
        JSON.stringify(card.facts),
        card.fundId,
        card.visibleFrom,
      ],
    );
  }

  async lock(organizationId: string, id: string): Promise<CaseCard | null> {
    return this.lockWhere(organizationId, 'id', id);
  }

  /**
   * Like {@link lock}, with the gifts of the card locked before it, as a payment does: no refund is booked meanwhile, and
   * what each gift has left stays as it is read.
   */
  async lockWithGifts(organizationId: string, id: string): Promise<CaseCard | null> {
    if (!isUuid(id)) return null;
    await this.db.query(
      `SELECT FROM gift g WHERE g.booked_at IS NOT NULL AND g.organization_id = $1
         AND g.fund_id = (SELECT c.fund_id FROM case_card c WHERE c.organization_id = $1 AND c.id = $2)
       ORDER BY g.id FOR NO KEY UPDATE`,
      [organizationId, id],
    );
    return this.lock(organizationId, id);
  }

  async lockByFund(organizationId: string, fundId: string): Promise<CaseCard | null> {
    return this.lockWhere(organizationId, 'fund_id', fundId);
  }

  /** Whether the public may not see the card on this day, YYYY-MM-DD, whatever its own state. */
  async isSilent(id: string, today: string): Promise<boolean> {
    const rows = await this.db.query(
      `SELECT FROM case_card c WHERE c.id = $2 AND ${CARD_IS_SILENT}`,
      [today, id],
    );
    return rows.length > 0;
  }

  async setState(card: CaseCard, state: CardState): Promise<void> {
    await this.db.query('UPDATE case_card SET state = $2, version = version + 1 WHERE id = $1', [
      card.id,
      state,
    ]);
  }

  /** Minor units that gifts have put into the card so far. */
  async givenMinor(fundId: string): Promise<bigint> {
    const [row] = await this.db.query<{ sum: string | null }>(
      `SELECT sum("leftMinor") AS sum FROM (${GIFTS}) AS gifts`,
      [fundId],
    );
    return BigInt(row?.sum ?? '0');
  }

  /** Latest first. */
  async giftsOf(fundId: string): Promise<readonly GiftInCard[]> {
    const rows = await this.db.query<Omit<GiftInCard, 'leftMinor'> & { leftMinor: string }>(
      `${GIFTS} ORDER BY g.booked_at DESC, g.id DESC`,
      [fundId],
    );
    return rows.map((row) => ({ ...row, leftMinor: BigInt(row.leftMinor) }));
  }

  async addMove(move: {
    readonly id: string;
    readonly organizationId: string;
    readonly giftId: string;
    readonly fromFundId: string;
    readonly toFundId: string;
    readonly amountMinor: bigint;
    readonly reason: 'OVER_FUNDED' | 'CLOSED' | 'WITHDRAWN';
    readonly movedOn: string;
  }): Promise<void> {
    await this.db.query(
      `INSERT INTO gift_move (id, organization_id, gift_id, from_fund_id, to_fund_id, amount_minor, reason, moved_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        move.id,
        move.organizationId,
        move.giftId,
        move.fromFundId,
        move.toFundId,
        move.amountMinor.toString(),
        move.reason,
        move.movedOn,
      ],
    );
  }

  private async lockWhere(
    organizationId: string,
    column: 'id' | 'fund_id',
    key: string,
  ): Promise<CaseCard | null> {
    if (!isUuid(key)) return null;
    const [row] = await this.db.query<Omit<CaseCard, 'amountMinor'> & { amountMinor: string }>(
      `SELECT ${COLUMNS} FROM case_card WHERE organization_id = $1 AND ${column} = $2 FOR NO KEY UPDATE`,
      [organizationId, key],
    );
    return row === undefined ? null : { ...row, amountMinor: BigInt(row.amountMinor) };
  }
}
