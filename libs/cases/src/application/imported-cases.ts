import { Inject, Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR } from '@kinward/platform';
import { addDays } from '../domain/calendar-day.js';
import { CODENAME_BYTES, codenameFrom } from '../domain/codename.js';
import { ImportedCaseRepository } from '../infrastructure/imported-case.repository.js';
import { CaseAccess } from './case-access.js';

export interface ImportedCase {
  readonly caseId: string;
  /** Code of the jurisdiction pack. */
  readonly region: string;
}

/** Draws until all are free; 3.8 million codenames make a second draw rare. */
const CODENAME_DRAWS = 50;
/** Days until somebody must have looked at a request that came with a file. */
const SCREENING_DAYS = 3;

/**
 * Cases of requests that came with a file: in state INTAKE, with a codename and a region and without keys, since
 * nobody has opened the request yet (decision 22).
 */
@Injectable()
export class ImportedCases {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: ImportedCaseRepository,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Opens many at once, in three statements. REFUSED with `NO_CODENAME_LEFT`. */
  async open(imported: readonly ImportedCase[]): Promise<Result<void, DomainError>> {
    if (imported.length === 0) return ok();
    const codenames = await this.draw(imported.length);
    if (codenames === null) return err(refused('NO_CODENAME_LEFT'));
    const { settings, pack } = await this.access.ground();
    await this.cases.add({
      ids: imported.map(({ caseId }) => caseId),
      regions: imported.map(({ region }) => region),
      codenames,
      today: settings.today,
      contactRhythmDays: pack.contactRhythmDays,
      nextStepDueDay: addDays(settings.today, SCREENING_DAYS),
    });
    return ok();
  }

  /** Writes the region of a corrected request. A case that a screener has taken on stays as it is. */
  async correct(caseId: string, region: string): Promise<void> {
    await this.cases.moveUnscreened(caseId, region);
  }

  private async draw(count: number): Promise<string[] | null> {
    const drawn = new Set<string>();
    for (let draw = 0; draw < CODENAME_DRAWS && drawn.size < count; draw += 1) {
      const fresh = new Set<string>();
      while (drawn.size + fresh.size < count) {
        const codename = codenameFrom(this.ids.bytes(CODENAME_BYTES));
        if (drawn.has(codename) || fresh.has(codename)) continue;
        fresh.add(codename);
      }
      const taken = await this.cases.takenOf([...fresh]);
      for (const codename of fresh) if (!taken.has(codename)) drawn.add(codename);
    }
    return drawn.size === count ? [...drawn] : null;
  }
}
