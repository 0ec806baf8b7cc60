import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** Cases that come many at a time: one statement for all of them. */
@Injectable()
export class ImportedCaseRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Which of the codenames were ever used in this organisation. */
  async takenOf(codenames: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.unitOfWork.query<{ codename: string }>(
      'SELECT codename FROM codename_register WHERE organization_id = $1 AND codename = ANY($2)',
      [this.unitOfWork.scope().organizationId, codenames],
    );
    return new Set(rows.map(({ codename }) => codename));
  }

  /** @param files parallel lists: one case at each place */
  async add(files: {
    readonly ids: readonly string[];
    readonly codenames: readonly string[];
    readonly regions: readonly string[];
    readonly today: string;
    readonly contactRhythmDays: number;
    readonly nextStepDueDay: string;
  }): Promise<void> {
    const { organizationId } = this.unitOfWork.scope();
    await this.unitOfWork.execute(
      `INSERT INTO codename_register (organization_id, codename) SELECT $1, unnest($2::text[])`,
      [organizationId, files.codenames],
    );
    await this.unitOfWork.execute(
      `INSERT INTO case_file (id, organization_id, codename, state, state_since, region, opened_day,
         contact_rhythm_days, next_step_kind, next_step_due_day)
       SELECT id, $1, codename, 'INTAKE', $5::date, region, $5::date, $6, 'SCREEN', $7::date
       FROM unnest($2::uuid[], $3::text[], $4::text[]) AS file (id, codename, region)`,
      [
        organizationId,
        files.ids,
        files.codenames,
        files.regions,
        files.today,
        files.contactRhythmDays,
        files.nextStepDueDay,
      ],
    );
  }

  async moveUnscreened(caseId: string, region: string): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE case_file SET region = $2, version = version + 1
       WHERE id = $1 AND state = 'INTAKE' AND sealed_t1 IS NULL AND region <> $2`,
      [caseId, region],
    );
  }
}
