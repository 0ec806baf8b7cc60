import { Injectable } from '@nestjs/common';
import { toPage, type Page } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { Disclosed } from '../domain/facets.js';
import type { BackReason, StageGround, TextKind, TextState } from '../domain/public-text.js';

/** A text as the list shows it. Amounts in minor units. */
export interface TextRow extends StageGround {
  readonly id: string;
  readonly kind: TextKind;
  readonly needId: string | null;
  readonly needCode: string | null;
  readonly caseCodename: string | null;
  readonly cardId: string | null;
  readonly publicCodename: string | null;
  readonly facts: Disclosed;
  readonly body: string;
  /** What the card asks for; null before it is published. */
  readonly amountMinor: string | null;
  readonly writtenAt: Date;
  readonly authorIds: readonly string[];
  readonly publishedById: string | null;
  readonly backReason: BackReason | null;
  readonly version: number;
  /** What all texts of the family have ever said in public. */
  readonly said: readonly Disclosed[];
}

const PAGE = `
  SELECT p.id, p.kind, n.id AS "needId", n.code AS "needCode", k.codename AS "caseCodename", c.id AS "cardId",
    c.public_codename AS "publicCodename", p.facts, p.body,
    CASE WHEN p.kind = 'CARD' THEN c.amount_minor::text END AS "amountMinor", p.written_at AS "writtenAt",
    p.author_ids AS "authorIds", p.published_by AS "publishedById", p.back_reason AS "backReason", p.version, p.state,
    p.visible_from::text AS "visibleFrom",
    p.kind = 'CARD' AND coalesce(c.state IN ('WITHDRAWN', 'CLOSED', 'FULL'), false) AS "isCardOver",
    n.id IS NULL OR k.state NOT IN ('ACTIVE', 'TRANSITION') OR NOT EXISTS (SELECT FROM consent s
      WHERE s.case_id = n.case_id AND s.withdrawn_on IS NULL AND s.lapses_on > $5::date
        AND s.purpose = CASE p.kind WHEN 'CARD' THEN 'PUBLISH_CARD' ELSE 'DONOR_UPDATE' END) AS "isSilent",
    coalesce((SELECT jsonb_agg(q.facts) FROM need m JOIN public_text q ON q.funding_reference = m.funding_reference
      WHERE m.case_id = n.case_id AND q.published_by IS NOT NULL), '[]') AS said
  FROM public_text p
  LEFT JOIN need n ON n.funding_reference = p.funding_reference
  LEFT JOIN case_file k ON k.id = n.case_id
  LEFT JOIN fund f ON f.funding_reference = p.funding_reference
  LEFT JOIN case_card c ON c.id = coalesce(p.card_id, CASE WHEN p.kind = 'UPDATE' THEN
    (SELECT d.id FROM case_card d WHERE d.fund_id = f.id) END)
  WHERE p.organization_id = $1 AND ($6::text IS NULL OR p.state = $6)
    AND ($2::timestamptz IS NULL OR (p.written_at, p.id) < ($2::timestamptz, $3::uuid))
  ORDER BY p.written_at DESC, p.id DESC LIMIT $4`;

/** The list of texts, newest first. */
@Injectable()
export class PublicTextListRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param today YYYY-MM-DD in the organisation's zone */
  async page(
    request: { readonly first: number; readonly state: TextState | null; readonly today: string },
    after: { readonly at: string; readonly id: string } | null,
  ): Promise<Page<TextRow>> {
    const rows = await this.unitOfWork.query<TextRow>(PAGE, [
      this.unitOfWork.scope().organizationId ?? '',
      ...[after?.at ?? null, after?.id ?? null, request.first + 1, request.today, request.state],
    ]);
    return toPage(rows, request.first, textKey);
  }
}

/** Where a text stands in the list. */
export const textKey = (row: TextRow): [string, string] => [row.writtenAt.toISOString(), row.id];
