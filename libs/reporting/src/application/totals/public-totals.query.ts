import { Injectable } from '@nestjs/common';
import { labelOf } from '@kinward/jurisdictions';
import { err, notFound, ok, toId, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { UnitOfWork } from '@kinward/platform';
import { MOST_MONTHS } from '../../domain/public-totals.js';
import { SIGNATURES_TO_PUBLISH } from '../../domain/totals-state.js';
import { TotalsRepository, type TotalsLine } from '../../infrastructure/totals.repository.js';

const NO_SCOPE = { organizationId: null, personId: null };

/** A month that is published. */
export interface PublicMonth {
  /** `YYYY-MM` */
  readonly month: string;
  readonly lines: readonly (TotalsLine & { readonly needLabel: string })[];
}

/** What everybody may read of an organisation's help. */
export interface PublicTotals {
  readonly organizationName: string;
  readonly months: readonly PublicMonth[];
}

/**
 * The published months, newest first. They are read as they were written: a filter of the page chooses among lines and
 * computes none, so that no question brings out more than the lines themselves do.
 */
@Injectable()
export class PublicTotalsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: OrganizationSettingsQuery,
    private readonly totals: TotalsRepository,
  ) {}

  /** NOT_FOUND for an organisation that does not exist. @param locale en, be, ru, pl, lt */
  async read(code: string, locale: string): Promise<Result<PublicTotals, DomainError>> {
    const id = await this.unitOfWork.read(NO_SCOPE, async () => {
      const [row] = await this.unitOfWork.query<{ id: string | null }>(
        'SELECT find_organization($1) AS id',
        [code],
      );
      return row?.id ?? null;
    });
    if (id === null) return err(notFound());
    const scope = { organizationId: toId<'Organization'>(id), personId: null };
    return this.unitOfWork.run(scope, async () => {
      const { name, pack } = await this.settings.own();
      const label = (group: string): string => {
        const entry = pack?.needGroups.find((each) => each.code === group);
        return pack === null || entry === undefined ? group : labelOf(pack, entry, locale);
      };
      const months = await this.totals.published(MOST_MONTHS, SIGNATURES_TO_PUBLISH);
      return ok({
        organizationName: name,
        months: months.map(({ month, lines }) => ({
          month,
          lines: lines.map((line) => ({ ...line, needLabel: label(line.needGroup) })),
        })),
      });
    });
  }
}
