import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { Disclosed } from '../domain/facets.js';
import type { BackReason, TextKind, TextState } from '../domain/public-text.js';

/** A text about a family's need; the need is known by its random reference alone. */
export interface PublicText {
  readonly id: string;
  readonly kind: TextKind;
  readonly fundingReference: string;
  readonly cardId: string | null;
  readonly facts: Disclosed;
  readonly body: string;
  readonly state: TextState;
  readonly authorIds: readonly string[];
  readonly version: number;
}

/** What is written, by whom. */
export interface WrittenText {
  readonly kind: TextKind;
  readonly fundingReference: string;
  readonly facts: Disclosed;
  readonly body: string;
  readonly shingles: readonly number[];
  readonly state: 'DRAFT' | 'PROPOSED';
  readonly personId: string;
  readonly at: Date;
}

/** Card, publisher and first day of a text that is let out. */
export interface Publication {
  readonly cardId: string;
  readonly personId: string;
  readonly at: Date;
  /** YYYY-MM-DD. */
  readonly visibleFrom: string;
}

const COLUMNS = `id, kind, funding_reference AS "fundingReference", card_id AS "cardId", facts, body, state,
  author_ids AS "authorIds", version`;

/** Texts about families that leave the house, or may. */
@Injectable()
export class PublicTextRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(id: string, text: WrittenText): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO public_text (id, organization_id, kind, funding_reference, facts, body, shingles, state, author_ids,
         written_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ARRAY[$9::uuid], $10)`,
      [
        ...[id, this.organizationId(), text.kind, text.fundingReference],
        ...[JSON.stringify(text.facts), text.body, text.shingles, text.state],
        ...[text.personId, text.at],
      ],
    );
  }

  /** Writes an open text anew; whoever wrote on it before stays one of its authors. */
  async rewrite(id: string, text: WrittenText): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE public_text SET facts = $3, body = $4, shingles = $5, state = $6, back_reason = NULL,
         author_ids = CASE WHEN $7::uuid = ANY (author_ids) THEN author_ids ELSE author_ids || $7::uuid END,
         written_at = $8, version = version + 1
       WHERE organization_id = $1 AND id = $2`,
      [
        ...[this.organizationId(), id, JSON.stringify(text.facts), text.body, text.shingles],
        ...[text.state, text.personId, text.at],
      ],
    );
  }

  async find(id: string): Promise<PublicText | null> {
    return this.findWith(id, '');
  }

  async lock(id: string): Promise<PublicText | null> {
    return this.findWith(id, 'FOR UPDATE');
  }

  async publish(id: string, publication: Publication): Promise<void> {
    const { cardId, personId, at, visibleFrom } = publication;
    await this.unitOfWork.execute(
      `UPDATE public_text SET state = 'PUBLISHED', card_id = $3, published_by = $4, published_at = $5, visible_from = $6,
         version = version + 1 WHERE organization_id = $1 AND id = $2`,
      [this.organizationId(), id, cardId, personId, at, visibleFrom],
    );
  }

  async sendBack(id: string, reason: BackReason): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE public_text SET state = 'SENT_BACK', back_reason = $3, version = version + 1
       WHERE organization_id = $1 AND id = $2`,
      [this.organizationId(), id, reason],
    );
  }

  async withdraw(id: string): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE public_text SET state = 'WITHDRAWN', version = version + 1 WHERE organization_id = $1 AND id = $2`,
      [this.organizationId(), id],
    );
  }

  /** What every other text about the family has ever said in public. */
  async saidBefore(caseId: string, textId: string | null): Promise<readonly Disclosed[]> {
    const rows = await this.unitOfWork.query<{ facts: Disclosed }>(
      `SELECT p.facts FROM public_text p JOIN need n ON n.funding_reference = p.funding_reference
       WHERE n.case_id = $1 AND p.published_by IS NOT NULL AND p.id IS DISTINCT FROM $2::uuid`,
      [caseId, textId],
    );
    return rows.map(({ facts }) => facts);
  }

  /** Shingles of texts about other needs that were ever public and have something in common with these. */
  async alike(
    shingles: readonly number[],
    fundingReference: string,
  ): Promise<readonly (readonly number[])[]> {
    const rows = await this.unitOfWork.query<{ shingles: number[] }>(
      `SELECT shingles FROM public_text WHERE organization_id = $1 AND shingles && $2::integer[]
         AND published_by IS NOT NULL AND funding_reference <> $3`,
      [this.organizationId(), shingles, fundingReference],
    );
    return rows.map((row) => row.shingles);
  }

  /** Lets one text out at a time, so that two that are alike do not pass each other; until the transaction ends. */
  async holdDoor(): Promise<void> {
    await this.unitOfWork.execute(
      `SELECT pg_advisory_xact_lock(hashtextextended('public text ' || $1, 0))`,
      [this.organizationId()],
    );
  }

  private async findWith(id: string, lock: string): Promise<PublicText | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.unitOfWork.query<PublicText>(
      `SELECT ${COLUMNS} FROM public_text WHERE organization_id = $1 AND id = $2 ${lock}`,
      [this.organizationId(), id],
    );
    return row ?? null;
  }

  private organizationId(): string {
    return this.unitOfWork.scope().organizationId ?? '';
  }
}
