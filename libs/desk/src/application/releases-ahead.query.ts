import { Injectable } from '@nestjs/common';
import type { PrisonerStory } from '@kinward/cases';
import { err, integrity, ok, type DomainError, type Result } from '@kinward/kernel';
import { SecurityAlerts, UnitOfWork, type Actor } from '@kinward/platform';
import { KeyOpener, openJson, type OpenedKeys } from '@kinward/vault';

/** A sentence that ends soon. */
export interface ReleaseAhead {
  readonly caseId: string;
  readonly codename: string;
  readonly prisonerId: string;
  readonly endsOn: string;
}

interface PrisonerCell {
  readonly id: string;
  readonly caseId: string;
  readonly codename: string;
  readonly revision: number;
  readonly sealed: Buffer;
}

/** Most cases that are looked through: more than anybody may carry (decision 3). */
const MOST_CASES = 80;
/** Days after the end of a sentence in which somebody should still ask. */
const DAYS_AFTER = 14;

/**
 * Sentences that end within some days, in the cases I carry and can open: the day is sealed, so it is looked for in
 * memory (decision 8). Two statements and those that open keys.
 */
@Injectable()
export class ReleasesAheadQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opener: KeyOpener,
    private readonly alerts: SecurityAlerts,
  ) {}

  /** INTEGRITY, with an alarm, where a prisoner's row fails its checks. */
  async own(
    actor: Actor,
    days: number,
    today: string,
  ): Promise<Result<readonly ReleaseAhead[], DomainError>> {
    const cells = await this.unitOfWork.query<PrisonerCell>(PRISONERS, [
      actor.personId,
      MOST_CASES,
    ]);
    const opened = await this.opener.open(actor, [...new Set(cells.map(({ caseId }) => caseId))]);
    if (!opened.ok) return opened;
    const from = shifted(today, -DAYS_AFTER);
    const until = shifted(today, days);
    const found: ReleaseAhead[] = [];
    for (const cell of cells) {
      const endsOn = this.endOf(cell, opened.value);
      if (!endsOn.ok) return endsOn;
      const { caseId, codename, id: prisonerId } = cell;
      const day = endsOn.value;
      if (day !== null && day >= from && day <= until) {
        found.push({ caseId, codename, prisonerId, endsOn: day });
      }
    }
    return ok(found.sort((one, other) => one.endsOn.localeCompare(other.endsOn)));
  }

  private endOf(
    { caseId, id: rowId, revision, sealed }: PrisonerCell,
    opened: OpenedKeys,
  ): Result<string | null, DomainError> {
    const keys = opened.of(caseId, 'T1');
    if (keys === null) return ok(null);
    const cell = { table: 'prisoner', column: 'sealed_t1', rowId, revision };
    const story = openJson<PrisonerStory>(keys, cell, sealed);
    if (story.ok) return ok(story.value.sentenceEndsOn);
    const subject = { subjectKind: 'PRISONER', subjectId: rowId };
    this.alerts.raise({ kind: 'INTEGRITY', cause: 'SEALED_FIELD', ...subject });
    return err(integrity());
  }
}

function shifted(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

const PRISONERS = `
  SELECT p.id, p.case_id AS "caseId", f.codename, p.version AS revision, p.sealed_t1 AS sealed
  FROM (SELECT id, codename FROM case_file
    WHERE (assignee_id = $1 OR deputy_id = $1) AND state NOT IN ('CLOSED', 'DECLINED', 'TRANSFERRED', 'ERASED')
    ORDER BY opened_day, id LIMIT $2) f
  JOIN prisoner p ON p.case_id = f.id`;
