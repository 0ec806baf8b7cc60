import { useCallback } from 'react';
import { useRead } from '../../api/use-read';
import { presentLanguage } from '../../i18n/i18n';
import { NeedKindsDocument, type NeedKindsQuery } from './case-needs.documents';

export type NeedKind = NeedKindsQuery['needTaxonomy']['types'][number];

export interface NeedKinds {
  readonly kinds: readonly NeedKind[];
  readonly groups: NeedKindsQuery['needTaxonomy']['groups'];
  /** The words for a kind; its code until they are there. */
  readonly wordOf: (code: string) => string;
}

/** Kinds of need, in the country's own words. */
export function useNeedKinds(): NeedKinds {
  const { data } = useRead(NeedKindsDocument, { input: { language: presentLanguage() } });
  const kinds = data?.needTaxonomy.types;
  const wordOf = useCallback(
    (code: string) => kinds?.find((kind) => kind.code === code)?.label ?? code,
    [kinds],
  );
  return { kinds: kinds ?? [], groups: data?.needTaxonomy.groups ?? [], wordOf };
}
