import { useRead } from '../../api/use-read';
import { useCountryCodes } from '../../codes/country-codes';
import { useMay } from '../../ui/may';
import type { MoneyValue } from '../../ui/money';
import { CeilingsOfNeedsDocument } from './payouts.documents';

/** The words for codes of needs and of their groups, and up to which amount one signature is enough. */
export interface NeedWords {
  readonly labelOf: (code: string) => string;
  readonly groupOf: (code: string) => string;
  readonly ceilingOf: (code: string) => MoneyValue | null;
}

/** Kinds of need in the country's own words; no ceiling for roles that may not read the list. */
export function useWords(): NeedWords {
  const { wordOf } = useCountryCodes();
  const isPaused = !useMay()('needTaxonomy');
  const { data } = useRead(CeilingsOfNeedsDocument, {}, { isPaused });
  return {
    labelOf: (code) => wordOf('needKinds', code),
    groupOf: (code) => wordOf('needGroups', code),
    ceilingOf: (code) =>
      data?.needTaxonomy.types.find((type) => type.code === code)?.ceiling ?? null,
  };
}
