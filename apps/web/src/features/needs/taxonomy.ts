import { useCallback } from 'react';
import { useRead } from '../../api/use-read';
import { presentLanguage } from '../../i18n/i18n';
import { NeedTaxonomyDocument, type NeedTaxonomyQuery } from './queue.documents';

export interface Taxonomy {
  readonly groups: NeedTaxonomyQuery['needTaxonomy']['groups'];
  /** The words for a code of a need; the code itself until they are there. */
  readonly labelOf: (code: string) => string;
}

/** Kinds of need in the country's own words. */
export function useTaxonomy(): Taxonomy {
  const { data } = useRead(NeedTaxonomyDocument, { input: { language: presentLanguage() } });
  const types = data?.needTaxonomy.types;
  const labelOf = useCallback(
    (code: string) => types?.find((type) => type.code === code)?.label ?? code,
    [types],
  );
  return { groups: data?.needTaxonomy.groups ?? [], labelOf };
}
