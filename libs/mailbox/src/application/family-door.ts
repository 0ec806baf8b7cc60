import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import type { OrganizationId } from '@kinward/kernel';
import type { Label } from '@kinward/jurisdictions';
import { APP_CONFIG, UnitOfWork, type AppConfig, type Scope } from '@kinward/platform';
import { DoorPeopleRepository } from '../infrastructure/door-people.repository.js';

/** What the short form may be answered with. */
export interface DoorChoices {
  readonly regions: readonly { readonly code: string; readonly label: Label }[];
  readonly needs: ReadonlySet<string>;
}

export const NOBODY: Scope = { organizationId: null, personId: null };
/** A family acts at the door of this organisation; its words stand for it, and the audit trail says FAMILY. */
export const familyOf = (organizationId: OrganizationId): Scope => ({
  organizationId,
  personId: null,
  visitor: 'FAMILY',
});
const DEMO_ORGANIZATION = 'lantern';

/** Whose door this is. */
@Injectable()
export class FamilyDoor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: DoorPeopleRepository,
    private readonly cases: CaseAccess,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** The organisation that KINWARD_FAMILY_ORGANIZATION names, or the only one there is; null where there is none. */
  async organization(): Promise<OrganizationId | null> {
    const all = await this.unitOfWork.read(NOBODY, () => this.people.organizations());
    const { familyOrganization, mode } = this.config;
    const named = familyOrganization ?? (mode === 'demo' ? DEMO_ORGANIZATION : null);
    if (named === null) return all.length === 1 ? (all[0]?.id ?? null) : null;
    return all.find(({ code }) => code === named)?.id ?? null;
  }

  /** Regions and needs that the organisation's pack knows; null where there is no door. */
  async choices(): Promise<DoorChoices | null> {
    const organizationId = await this.organization();
    if (organizationId === null) return null;
    const { pack } = await this.unitOfWork.read({ organizationId, personId: null }, () =>
      this.cases.ground(),
    );
    const needs = new Set(pack.needTypes.map(({ code }) => code));
    return { regions: pack.regionClasses, needs };
  }
}
