import { useRead } from '../../api/use-read';
import { NeedTypesDocument, type NeedTypesQuery } from './queue.documents';

type NeedType = NeedTypesQuery['needTaxonomy']['types'][number];

/** What the country's pack proposes for a kind of need. */
export function useNeedType(code: string): NeedType | undefined {
  const { data } = useRead(NeedTypesDocument, {});
  return data?.needTaxonomy.types.find((type) => type.code === code);
}
