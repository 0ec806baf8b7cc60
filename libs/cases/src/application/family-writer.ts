import { Inject, Injectable } from '@nestjs/common';
import type { IdGenerator } from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import { sealJson, type CompartmentKeys } from '@kinward/vault';
import type {
  HouseholdStory,
  MemberIdentity,
  MemberStory,
  PrisonerIdentity,
  PrisonerStory,
  StatusStory,
} from '../domain/sealed-contents.js';
import {
  HouseholdMemberRow,
  HouseholdPrisonerRow,
  HouseholdRow,
} from '../infrastructure/family.entity.js';
import { PrisonerRow, PrisonerStatusRow } from '../infrastructure/prisoner.entity.js';

/** Both keys of a case; only a holder of both may write who people are. */
export interface CaseKeys {
  readonly organizationId: string;
  readonly caseId: string;
  readonly identity: CompartmentKeys;
  readonly story: CompartmentKeys;
}

/** Seals and stores new rows about the family and its prisoners. The contents must be checked. */
@Injectable()
export class FamilyWriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async addHousehold(keys: CaseKeys, story: HouseholdStory): Promise<string> {
    const { organizationId, caseId } = keys;
    const id = this.ids.next();
    const cell = { table: 'household', column: 'sealed_t1', rowId: id, revision: 1 };
    const manager = await this.unitOfWork.manager();
    await manager.insert(HouseholdRow, {
      id,
      organizationId,
      caseId,
      sealedT1: sealJson(keys.story, cell, story),
    });
    return id;
  }

  async addMember(
    keys: CaseKeys,
    householdId: string,
    identity: MemberIdentity,
    story: MemberStory,
  ): Promise<string> {
    const { organizationId, caseId } = keys;
    const id = this.ids.next();
    const cell = { table: 'household_member', rowId: id, revision: 1 };
    const manager = await this.unitOfWork.manager();
    await manager.insert(HouseholdMemberRow, {
      id,
      organizationId,
      caseId,
      householdId,
      sealedT0: sealJson(keys.identity, { ...cell, column: 'sealed_t0' }, identity),
      sealedT1: sealJson(keys.story, { ...cell, column: 'sealed_t1' }, story),
    });
    return id;
  }

  async addPrisoner(
    keys: CaseKeys,
    identity: PrisonerIdentity,
    story: PrisonerStory,
  ): Promise<string> {
    const { organizationId, caseId } = keys;
    const id = this.ids.next();
    const cell = { table: 'prisoner', rowId: id, revision: 1 };
    const manager = await this.unitOfWork.manager();
    await manager.insert(PrisonerRow, {
      id,
      organizationId,
      caseId,
      sealedT0: sealJson(keys.identity, { ...cell, column: 'sealed_t0' }, identity),
      sealedT1: sealJson(keys.story, { ...cell, column: 'sealed_t1' }, story),
    });
    return id;
  }

  async addStatus(
    keys: Omit<CaseKeys, 'identity'>,
    prisonerId: string,
    story: StatusStory,
  ): Promise<string> {
    const { organizationId, caseId } = keys;
    const id = this.ids.next();
    const cell = { table: 'prisoner_status', column: 'sealed_t1', rowId: id, revision: 1 };
    const manager = await this.unitOfWork.manager();
    await manager.insert(PrisonerStatusRow, {
      id,
      organizationId,
      caseId,
      prisonerId,
      sealedT1: sealJson(keys.story, cell, story),
    });
    return id;
  }

  async linkPrisoner(
    keys: Pick<CaseKeys, 'organizationId' | 'caseId'>,
    householdId: string,
    prisonerId: string,
  ): Promise<void> {
    const { organizationId, caseId } = keys;
    const manager = await this.unitOfWork.manager();
    await manager.insert(HouseholdPrisonerRow, { householdId, prisonerId, organizationId, caseId });
  }
}
