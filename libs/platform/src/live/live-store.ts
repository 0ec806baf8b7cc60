import { Injectable } from '@nestjs/common';
import type { OrganizationId } from '@kinward/kernel';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { LiveNews } from './live-news.js';

/** What is kept of an organisation's feed. */
export interface LiveWindow {
  /** The last place; 0 where nothing was ever told. */
  readonly head: number;
  /** The smallest place after which everything is still there. */
  readonly keptAfter: number;
}

interface EventRow {
  seq: string;
  topic: string;
  ids: Record<string, string>;
}

const WINDOW = `
  SELECT coalesce((SELECT seq FROM live_head WHERE organization_id = $1), 0) AS head,
    (SELECT seq FROM live_event WHERE organization_id = $1 ORDER BY seq LIMIT 1) AS oldest`;

/** Reads kept news, inside of one organisation. */
@Injectable()
export class LiveStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async window(organizationId: OrganizationId): Promise<LiveWindow> {
    const [row] = await this.read<{ head: string; oldest: string | null }>(organizationId, WINDOW, [
      organizationId,
    ]);
    const head = Number(row?.head ?? 0);
    return { head, keptAfter: row?.oldest == null ? head : Number(row.oldest) - 1 };
  }

  /**
   * News after a place, in their order.
   * @param families only these; all of them where it is null
   */
  async after(
    organizationId: OrganizationId,
    seq: number,
    most: number,
    families: readonly string[] | null = null,
  ): Promise<readonly LiveNews[]> {
    const rows = await this.read<EventRow>(
      organizationId,
      `SELECT seq, topic, ids FROM live_event WHERE organization_id = $1 AND seq > $2
         AND ($4::text[] IS NULL OR split_part(topic, '.', 1) = ANY($4)) ORDER BY seq LIMIT $3`,
      [organizationId, seq, most, families],
    );
    return rows.map((row) => ({ ...row, organizationId, seq: Number(row.seq) }));
  }

  private read<Row>(
    organizationId: OrganizationId,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    return this.unitOfWork.read({ organizationId, personId: null }, () =>
      this.unitOfWork.query<Row>(sql, parameters),
    );
  }
}
