import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  ok,
  refused,
  notFound,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { CompartmentCreation, sealJson, type CompartmentKeys } from '@kinward/vault';
import { CODENAME_BYTES, codenameFrom } from '../../domain/codename.js';
import type { CaseStory } from '../../domain/sealed-contents.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { CaseAccess, type LockedCase } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import { FamilyWriter, type CaseKeys } from '../family-writer.js';
import { checkOpening, type CheckedOpening } from './checked-opening.js';
import type { OpenCaseCommand, OpenedCase } from './open-case.command.js';

/** Draws until one is free; 3.8 million codenames make a second draw rare. */
const CODENAME_DRAWS = 50;

/**
 * Opens a case under a new codename: makes its keys, seals what is known, promises a next step. Whoever opens it is
 * its caseworker and first holder. Errors: INVALID_INPUT naming the field; REFUSED with `NOT_CERTIFIED`,
 * `HOLDER_TIER`, `GRANTER_MAY_NOT_GRANT`, `RECOVERY_KEY_MISSING` or `NO_CODENAME_LEFT`; INTEGRITY.
 */
@Injectable()
export class OpenCaseUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseFileRepository,
    private readonly family: FamilyWriter,
    private readonly compartments: CompartmentCreation,
    private readonly news: CaseNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(actor: Actor, command: OpenCaseCommand): Promise<Result<OpenedCase, DomainError>> {
    const ground = await this.access.ground();
    const opening = checkOpening(command, ground);
    if (!opening.ok) return opening;
    const codename = await this.drawCodename();
    if (codename === null) return err(refused('NO_CODENAME_LEFT'));
    const caseId = this.ids.next();
    const keys = await this.makeKeys(actor, caseId);
    if (!keys.ok) return keys;
    await this.addFile(actor, {
      caseId,
      codename,
      keys: keys.value,
      opening: opening.value,
      ground,
    });
    await this.addFamily(keys.value, opening.value);
    await this.news.tell('CASE_OPENED', caseId);
    return ok({ caseId, codename });
  }

  private async drawCodename(): Promise<string | null> {
    for (let draw = 0; draw < CODENAME_DRAWS; draw += 1) {
      const codename = codenameFrom(this.ids.bytes(CODENAME_BYTES));
      if (!(await this.cases.isCodenameTaken(codename))) return codename;
    }
    return null;
  }

  private async makeKeys(actor: Actor, caseId: string): Promise<Result<CaseKeys, DomainError>> {
    const created = await this.compartments.create(actor, {
      kind: 'CASE',
      subjectId: caseId,
      tiers: ['T0', 'T1'],
      purpose: 'CASEWORK',
    });
    if (!created.ok) return created;
    const identity = created.value.of(caseId, 'T0');
    const story = created.value.of(caseId, 'T1');
    if (identity === null || story === null) return err(notFound());
    return ok({ organizationId: actor.organizationId, caseId, identity, story });
  }

  private async addFile(
    actor: Actor,
    made: {
      readonly caseId: string;
      readonly codename: string;
      readonly keys: { readonly story: CompartmentKeys };
      readonly opening: CheckedOpening;
      readonly ground: Pick<LockedCase, 'settings' | 'pack'>;
    },
  ): Promise<void> {
    const { caseId, opening } = made;
    const { settings, pack } = made.ground;
    const story: CaseStory = { summary: opening.summary, reopenedFrom: null };
    const cell = { table: 'case_file', column: 'sealed_t1', rowId: caseId, revision: 1 };
    await this.cases.add({
      id: caseId,
      organizationId: actor.organizationId,
      codename: made.codename,
      state: 'INTAKE',
      stateSince: settings.today,
      region: opening.region,
      openedDay: settings.today,
      assigneeId: actor.personId,
      deputyId: null,
      verifiedBy: null,
      evidenceClass: null,
      verificationDueDay: null,
      contactRhythmDays: pack.contactRhythmDays,
      lastConfirmedContactDay: null,
      nextStepKind: opening.nextStep.kind,
      nextStepDueDay: opening.nextStep.dueDay,
      retentionDueDay: null,
      sealedT1: sealJson(made.keys.story, cell, story),
      version: 1,
    });
  }

  private async addFamily(keys: CaseKeys, opening: CheckedOpening): Promise<void> {
    const householdId = await this.family.addHousehold(keys, { notes: opening.householdNotes });
    for (const { identity, story } of opening.members) {
      await this.family.addMember(keys, householdId, identity, story);
    }
    for (const { identity, story, status } of opening.prisoners) {
      const prisonerId = await this.family.addPrisoner(keys, identity, story);
      if (status !== null) await this.family.addStatus(keys, prisonerId, status);
      await this.family.linkPrisoner(keys, householdId, prisonerId);
    }
  }
}
