import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { sealJson } from '@kinward/vault';
import type {
  HouseholdStory,
  MemberIdentity,
  MemberStory,
  PrisonerIdentity,
  PrisonerStory,
} from '../domain/sealed-contents.js';
import { HouseholdMemberRow, HouseholdRow } from '../infrastructure/family.entity.js';
import { FamilyRepository } from '../infrastructure/family.repository.js';
import { PrisonerRow } from '../infrastructure/prisoner.entity.js';
import type { CaseKeys } from './family-writer.js';

/**
 * Replaces what is sealed in a row. The place of an envelope holds the row's version, so an older one put back does
 * not open; both tiers of a row are therefore sealed together. NOT_FOUND for a row that is not of this case.
 */
@Injectable()
export class FamilyRewriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly families: FamilyRepository,
  ) {}

  async changeHousehold(
    keys: CaseKeys,
    id: string,
    story: HouseholdStory,
  ): Promise<Result<void, DomainError>> {
    const before = await this.families.versionOf('household', keys.caseId, id);
    if (before === null) return err(notFound());
    const version = before + 1;
    const cell = { table: 'household', column: 'sealed_t1', rowId: id, revision: version };
    const sealedT1 = sealJson(keys.story, cell, story);
    const manager = await this.unitOfWork.manager();
    await manager.update(HouseholdRow, { id }, { sealedT1, version });
    return ok();
  }

  /** Also moves the member to `householdId`, which must be of the same case. */
  async changeMember(
    keys: CaseKeys,
    id: string,
    content: {
      readonly householdId: string;
      readonly identity: MemberIdentity;
      readonly story: MemberStory;
    },
  ): Promise<Result<void, DomainError>> {
    const before = await this.families.versionOf('household_member', keys.caseId, id);
    if (before === null) return err(notFound());
    const { householdId } = content;
    const version = before + 1;
    const sealed = sealBoth(keys, { table: 'household_member', rowId: id, version }, content);
    const manager = await this.unitOfWork.manager();
    await manager.update(HouseholdMemberRow, { id }, { ...sealed, householdId, version });
    return ok();
  }

  async changePrisoner(
    keys: CaseKeys,
    id: string,
    content: { readonly identity: PrisonerIdentity; readonly story: PrisonerStory },
  ): Promise<Result<void, DomainError>> {
    const before = await this.families.versionOf('prisoner', keys.caseId, id);
    if (before === null) return err(notFound());
    const version = before + 1;
    const sealed = sealBoth(keys, { table: 'prisoner', rowId: id, version }, content);
    const manager = await this.unitOfWork.manager();
    await manager.update(PrisonerRow, { id }, { ...sealed, version });
    return ok();
  }
}

function sealBoth(
  keys: CaseKeys,
  row: { readonly table: string; readonly rowId: string; readonly version: number },
  content: { readonly identity: object; readonly story: object },
): { sealedT0: Buffer; sealedT1: Buffer } {
  const cell = { table: row.table, rowId: row.rowId, revision: row.version };
  return {
    sealedT0: sealJson(keys.identity, { ...cell, column: 'sealed_t0' }, content.identity),
    sealedT1: sealJson(keys.story, { ...cell, column: 'sealed_t1' }, content.story),
  };
}
