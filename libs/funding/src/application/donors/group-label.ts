import { labelOf, type JurisdictionPack } from '@kinward/jurisdictions';

/** The name of a group of needs in a donor's language; null for none. */
export function groupLabelOf(
  pack: JurisdictionPack,
  group: string | null,
  locale: string,
): string | null {
  const entry = pack.needGroups.find(({ code }) => code === group);
  return entry === undefined ? null : labelOf(pack, entry, locale);
}
