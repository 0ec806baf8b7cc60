import { Injectable } from '@nestjs/common';
import { labelOf, type CodedEntry } from '@kinward/jurisdictions';
import { OrganizationSettingsQuery } from './organization-settings.query.js';

/** An entry of a pack with its word in one language in place of all of them. */
type Worded<Entry extends CodedEntry> = Omit<Entry, 'label'> & { readonly label: string };

/** The code lists of a pack in one language. */
export type WordedPack = Awaited<ReturnType<CountryCodesQuery['inLanguage']>>;

/** The codes of the organisation's country, with their words in one language. */
@Injectable()
export class CountryCodesQuery {
  constructor(private readonly settings: OrganizationSettingsQuery) {}

  /**
   * @param language falls back to the first one of the pack
   * @throws Error when the organisation names a pack that does not exist
   */
  async inLanguage(language: string) {
    const { pack } = await this.settings.own();
    if (pack === null) throw new Error('the organisation names a pack that does not exist');
    const worded = <Entry extends CodedEntry>(entries: readonly Entry[]): Worded<Entry>[] =>
      entries.map((entry) => ({ ...entry, label: labelOf(pack, entry, language) }));
    return {
      regions: worded(pack.regionClasses),
      custodyStatuses: worded(pack.custodyStatuses),
      facilityTypes: worded(pack.facilityTypes),
      regimes: worded(pack.regimes),
      legalArticles: worded(pack.legalArticles),
      stateLists: worded(pack.stateLists),
      recognitionBases: worded(pack.recognitionBases),
      consentPurposes: worded(pack.consentPurposes),
      needGroups: worded(pack.needGroups),
      needKinds: worded(pack.needTypes),
    };
  }
}
