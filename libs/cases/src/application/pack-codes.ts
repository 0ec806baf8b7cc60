import type { JurisdictionPack } from '@kinward/jurisdictions';
import type { PrisonerCodes } from '../domain/family-checks.js';

/** The codes of a pack that the checks of a prisoner's story compare with. */
export function prisonerCodesOf(pack: JurisdictionPack): PrisonerCodes {
  const codes = (entries: readonly { readonly code: string }[]): string[] =>
    entries.map((entry) => entry.code);
  return {
    facilityTypes: codes(pack.facilityTypes),
    regimes: codes(pack.regimes),
    articles: codes(pack.legalArticles),
    stateLists: codes(pack.stateLists),
    recognitionBases: codes(pack.recognitionBases),
  };
}
