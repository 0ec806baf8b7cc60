import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import type { CompartmentKeys } from '@kinward/vault';
import { addDays } from '../../domain/calendar-day.js';
import type { TransferParcel } from '../../domain/transfer-parcel.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { CaseAccess, type LockedCase } from '../case-access.js';
import { CaseFileWriter } from '../open-case/case-file-writer.js';
import type { CheckedOpening } from '../open-case/checked-opening.js';

/** Days until somebody must have looked at a family that has arrived. */
const SCREENING_DAYS = 3;

/** The file of a family that has arrived. */
@Injectable()
export class ArrivedCaseFile {
  constructor(
    private readonly access: CaseAccess,
    private readonly files: CaseFileWriter,
    private readonly cases: CaseFileRepository,
  ) {}

  /** REFUSED `REGION_UNKNOWN_HERE` where the own jurisdiction pack has no such region class, `NO_CODENAME_LEFT`. */
  async add(
    actor: Actor,
    caseId: string,
    story: CompartmentKeys,
    parcel: TransferParcel,
  ): Promise<Result<{ opening: CheckedOpening; locked: LockedCase }, DomainError>> {
    const ground = await this.access.ground();
    const { settings, pack } = ground;
    const isKnown = pack.regionClasses.some(({ code }) => code === parcel.region);
    if (!isKnown) return err(refused('REGION_UNKNOWN_HERE'));
    const { region, summary, householdNotes, members, prisoners } = parcel;
    const dueDay = addDays(settings.today, SCREENING_DAYS);
    const opening: CheckedOpening = {
      ...{ codename: null, region, summary, householdNotes, members: [...members] },
      prisoners: [...prisoners],
      nextStep: { kind: 'SCREEN', dueDay },
    };
    const codename = await this.files.add(actor, { caseId, story, opening, ground });
    if (!codename.ok) return codename;
    const row = await this.cases.lock(caseId);
    if (row === null) throw new Error('a case that was just written is gone');
    return ok({ opening, locked: { row, ...ground } });
  }
}
