import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { CompartmentCreation } from '@kinward/vault';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import { FamilyWriter, type CaseKeys } from '../family-writer.js';
import { CaseFileWriter } from './case-file-writer.js';
import { checkOpening, type CheckedOpening } from './checked-opening.js';
import type { OpenCaseCommand, OpenedCase } from './open-case.command.js';

/**
 * Opens a case under a new codename: makes its keys, seals what is known, promises a next step. Whoever opens it is
 * its caseworker and first holder. Errors: INVALID_INPUT naming the field; REFUSED with `NOT_CERTIFIED`,
 * `HOLDER_TIER`, `GRANTER_MAY_NOT_GRANT`, `RECOVERY_KEY_MISSING` or `NO_CODENAME_LEFT`; INTEGRITY.
 */
@Injectable()
export class OpenCaseUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly files: CaseFileWriter,
    private readonly family: FamilyWriter,
    private readonly compartments: CompartmentCreation,
    private readonly news: CaseNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(actor: Actor, command: OpenCaseCommand): Promise<Result<OpenedCase, DomainError>> {
    const ground = await this.access.ground();
    const opening = checkOpening(command, ground);
    if (!opening.ok) return opening;
    const caseId = this.ids.next();
    const keys = await this.makeKeys(actor, caseId);
    if (!keys.ok) return keys;
    const made = { caseId, story: keys.value.story, opening: opening.value, ground };
    const codename = await this.files.add(actor, made);
    if (!codename.ok) return codename;
    await this.addFamily(keys.value, opening.value);
    await this.news.tell('CASE_OPENED', caseId);
    return ok({ caseId, codename: codename.value });
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
