import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { labelOf } from '@kinward/jurisdictions';
import { MoneyType } from '@kinward/platform';

/** The table of needs of the organisation's country, with labels in one language. */
@Injectable()
export class NeedTaxonomyQuery {
  constructor(private readonly cases: CaseAccess) {}

  /** @param language falls back to the first one of the pack */
  async inLanguage(language: string) {
    const { pack } = await this.cases.ground();
    return {
      groups: pack.needGroups.map((group) => ({
        code: group.code,
        label: labelOf(pack, group, language),
      })),
      types: pack.needTypes.map(({ typicalMinor, ceilingMinor, evidence, ...type }) => ({
        ...type,
        label: labelOf(pack, type, language),
        typical: new MoneyType(typicalMinor),
        ceiling: new MoneyType(ceilingMinor),
        evidenceInCountry: evidence.inCountry,
        evidenceAbroad: evidence.abroad,
      })),
    };
  }
}
