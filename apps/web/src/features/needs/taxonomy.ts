import { useMemo } from 'react';
import { useRead } from '../../api/use-read';
import { presentLanguage } from '../../i18n/i18n';
import { NeedTaxonomyDocument, type NeedTaxonomyQuery } from './queue.documents';

type Found = NeedTaxonomyQuery['needTaxonomy'];

export interface Taxonomy {
  readonly groups: Found['groups'];
  /** The words for a code of a need; the code itself until they are there. */
  readonly labelOf: (code: string) => string;
  /** What the country's pack says of a kind of need. */
  readonly typeOf: (code: string) => Found['types'][number] | undefined;
}

/** Kinds of need in the country's own words. */
export function useTaxonomy(): Taxonomy {
  const { data } = useRead(NeedTaxonomyDocument, { input: { language: presentLanguage() } });
  const found = data?.needTaxonomy;
  return useMemo(() => {
    const typeOf = (code: string): Found['types'][number] | undefined =>
      found?.types.find((type) => type.code === code);
    return {
      groups: found?.groups ?? [],
      labelOf: (code) => typeOf(code)?.label ?? code,
      typeOf,
    };
  }, [found]);
}
