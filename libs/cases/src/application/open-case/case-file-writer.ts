import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { sealJson, type CompartmentKeys } from '@kinward/vault';
import type { CaseStory } from '../../domain/sealed-contents.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import type { LockedCase } from '../case-access.js';
import { NewCodename } from '../new-codename.js';
import type { CheckedOpening } from './checked-opening.js';

export interface NewCaseFile {
  readonly caseId: string;
  readonly story: CompartmentKeys;
  readonly opening: CheckedOpening;
  readonly ground: Pick<LockedCase, 'settings' | 'pack'>;
}

/** Stores the file of a new case under a fresh codename. */
@Injectable()
export class CaseFileWriter {
  constructor(
    private readonly cases: CaseFileRepository,
    private readonly codenames: NewCodename,
  ) {}

  /** The codename. REFUSED with `NO_CODENAME_LEFT`. */
  async add(actor: Actor, made: NewCaseFile): Promise<Result<string, DomainError>> {
    const given = made.opening.codename;
    const codename = given === null ? await this.codenames.draw() : ok(given);
    if (!codename.ok) return codename;
    const { caseId, opening } = made;
    const { settings, pack } = made.ground;
    const story: CaseStory = { summary: opening.summary };
    const cell = { table: 'case_file', column: 'sealed_t1', rowId: caseId, revision: 1 };
    await this.cases.add({
      id: caseId,
      organizationId: actor.organizationId,
      codename: codename.value,
      state: 'INTAKE',
      stateSince: settings.today,
      region: opening.region,
      openedDay: settings.today,
      assigneeId: actor.personId,
      deputyId: null,
      assignedOn: settings.today,
      deputyNamedOn: null,
      verifiedBy: null,
      evidenceClass: null,
      verificationDueDay: null,
      contactRhythmDays: pack.contactRhythmDays,
      lastConfirmedContactDay: null,
      nextStepKind: opening.nextStep.kind,
      nextStepDueDay: opening.nextStep.dueDay,
      retentionDueDay: null,
      transitionPlanMonths: null,
      sealedT0: null,
      sealedT1: sealJson(made.story, cell, story),
      version: 1,
    });
    return codename;
  }
}
