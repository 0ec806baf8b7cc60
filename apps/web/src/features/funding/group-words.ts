import { useTranslation } from 'react-i18next';
import { useCountryCodes, type Choice } from '../../codes/country-codes';

/** Groups and kinds of needs with their words. */
export interface GroupWords {
  readonly groups: readonly Choice[];
  /** Kinds of some groups, or of all. */
  readonly kindsIn: (groups: readonly string[]) => readonly Choice[];
  readonly groupOf: (code: string) => string;
  readonly kindOf: (code: string) => string;
}

/** What small groups stand under together in numbers that leave the house. */
const OTHER = 'OTHER';

/** Groups and kinds as the country's pack calls them. */
export function useGroupWords(): GroupWords {
  const { t } = useTranslation();
  const { choices, entries, wordOf } = useCountryCodes();
  return {
    groups: choices('needGroups'),
    kindsIn: (chosen) =>
      entries('needKinds')
        .filter(({ group }) => chosen.length === 0 || chosen.includes(group))
        .map(({ code, label }) => ({ value: code, label })),
    groupOf: (code) => (code === OTHER ? t('codes:otherGroups') : wordOf('needGroups', code)),
    kindOf: (code) => wordOf('needKinds', code),
  };
}
