import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { presentLanguage } from '../../i18n/i18n';
import { useMay } from '../../ui/may';
import type { MoneyValue } from '../../ui/money';
import { WordsOfNeedsDocument } from './payouts.documents';

/** The words for codes of needs and of their groups, and up to which amount one signature is enough. */
export interface NeedWords {
  readonly labelOf: (code: string) => string;
  readonly groupOf: (code: string) => string;
  readonly ceilingOf: (code: string) => MoneyValue | null;
}

/** Kinds of need in the country's own words; the codes themselves for roles that may not read the list. */
export function useWords(): NeedWords {
  const { t } = useTranslation();
  const isPaused = !useMay()('needTaxonomy');
  const variables = { input: { language: presentLanguage() } };
  const { data } = useRead(WordsOfNeedsDocument, variables, { isPaused });
  const find = (code: string): { label: string; ceiling: MoneyValue } | undefined =>
    data?.needTaxonomy.types.find((type) => type.code === code);
  return {
    labelOf: (code) => find(code)?.label ?? code,
    groupOf: (code) =>
      data?.needTaxonomy.groups.find((group) => group.code === code)?.label ??
      t(`codes:needGroup.${code}`, { defaultValue: code }),
    ceilingOf: (code) => find(code)?.ceiling ?? null,
  };
}
