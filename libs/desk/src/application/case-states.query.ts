import { Inject, Injectable } from '@nestjs/common';
import { toPage, type Clock, type Page } from '@kinward/kernel';
import { CLOCK, UnitOfWork } from '@kinward/platform';

/** A case as those see it who guard it and do not work on it. */
export interface GuardedCase {
  readonly id: string;
  readonly version: number;
  readonly codename: string;
  readonly state: string;
  readonly stateSince: string;
  /** People with a live key to who the family is. */
  readonly holders: number;
}

export interface GuardedCaseFilter {
  readonly states: readonly string[] | null;
  /** Beginning of a codename. */
  readonly codename: string | null;
  readonly first: number;
  readonly after: string | null;
}

/** All cases of the organisation by codename and state: no region, no worker, nothing that was sealed. */
@Injectable()
export class CaseStatesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page({ states, codename, first, after }: GuardedCaseFilter): Promise<Page<GuardedCase>> {
    const rows = await this.unitOfWork.query<GuardedCase>(CASES, [
      this.unitOfWork.scope().organizationId,
      states,
      codename?.toUpperCase() ?? null,
      after,
      first + 1,
      this.clock.now(),
    ]);
    return toPage(rows, first, (row) => [row.codename]);
  }
}

const CASES = `
  WITH page AS (
    SELECT id, version, codename, state, state_since FROM case_file
    WHERE organization_id = $1 AND ($2::text[] IS NULL OR state = ANY($2)) AND state <> 'ERASED'
      AND ($3::text IS NULL OR starts_with(codename, $3)) AND ($4::text IS NULL OR codename > $4)
    ORDER BY codename LIMIT $5
  )
  SELECT page.id, page.version, page.codename, page.state, page.state_since::text AS "stateSince",
    (SELECT count(DISTINCT g.holder_id)::int FROM compartment c JOIN access_grant g ON g.compartment_id = c.id
     WHERE c.organization_id = $1 AND c.kind = 'CASE' AND c.subject_id = page.id AND c.tier = 'T0'
       AND g.expires_at > $6) AS holders
  FROM page ORDER BY codename`;
