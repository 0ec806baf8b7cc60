import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { AuditTrail } from '@kinward/platform';
import { readPublicList } from '../domain/public-list-file.js';
import { PublicListRepository } from '../infrastructure/public-list.repository.js';

/** What was read: rows that differ, and the persons they stand for. */
export interface ImportedPublicList {
  readonly cells: number;
  readonly persons: number;
}

/**
 * Puts the public list of prisoners, in coarse rows without names, in place of the one before; an operator's act in the
 * scope of one organisation. From then on the gate counts with it. Errors: those of {@link readPublicList}.
 */
@Injectable()
export class ImportPublicListUseCase {
  constructor(
    private readonly cases: CaseAccess,
    private readonly list: PublicListRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @param file the CSV's whole text */
  async execute(file: string): Promise<Result<ImportedPublicList, DomainError>> {
    const { pack, settings } = await this.cases.ground();
    const regions = pack.regionClasses.filter(({ inCountry }) => inCountry).map(({ code }) => code);
    const read = readPublicList(file, regions);
    if (!read.ok) return read;
    await this.list.replace(read.value, settings.today);
    this.audit.record({
      action: 'PUBLIC_LIST_IMPORTED',
      subjectKind: 'PUBLIC_LIST',
      subjectId: null,
    });
    const persons = read.value.reduce((sum, cell) => sum + cell.persons, 0);
    return ok({ cells: read.value.length, persons });
  }
}
