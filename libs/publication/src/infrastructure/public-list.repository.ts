import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { PublicListCell } from '../domain/facets.js';

/** The public list of prisoners as the organisation imported it, in counts by coarse facets. */
@Injectable()
export class PublicListRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  cells(): Promise<readonly PublicListCell[]> {
    return this.unitOfWork.query<PublicListCell>(
      'SELECT sex, region, year, term, children, persons FROM public_list_cell WHERE organization_id = $1',
      [this.organizationId()],
    );
  }

  /** The day on which it was imported, YYYY-MM-DD; null without a list. */
  async importedOn(): Promise<string | null> {
    const [row] = await this.unitOfWork.query<{ day: string | null }>(
      'SELECT max(imported_on)::text AS day FROM public_list_cell WHERE organization_id = $1',
      [this.organizationId()],
    );
    return row?.day ?? null;
  }

  /** Puts a list in place of the one before. @param today YYYY-MM-DD in the organisation's zone */
  async replace(cells: readonly PublicListCell[], today: string): Promise<void> {
    const organizationId = this.organizationId();
    await this.unitOfWork.execute('DELETE FROM public_list_cell WHERE organization_id = $1', [
      organizationId,
    ]);
    await this.unitOfWork.execute(
      `INSERT INTO public_list_cell (organization_id, sex, region, year, term, children, persons, imported_on)
       SELECT $1, c.sex, c.region, c.year, c.term, c.children, c.persons, $3::date
       FROM jsonb_to_recordset($2::jsonb) AS c(sex text, region text, year smallint, term text, children text, persons integer)`,
      [organizationId, JSON.stringify(cells), today],
    );
  }

  private organizationId(): string {
    return this.unitOfWork.scope().organizationId ?? '';
  }
}
