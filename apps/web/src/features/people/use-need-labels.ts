import { useRead } from '../../api/use-read';
import { presentLanguage } from '../../i18n/i18n';
import { useMay } from '../../ui/may';
import { NeedKindsDocument } from './settings.documents';

/** The words for a code of a need, for those who may read them; the code itself for the others. */
export function useNeedLabels(): (code: string) => string {
  const isPaused = !useMay()('needTaxonomy');
  const { data } = useRead(
    NeedKindsDocument,
    { input: { language: presentLanguage() } },
    { isPaused },
  );
  const types = data?.needTaxonomy.types;
  return (code) => types?.find((type) => type.code === code)?.label ?? code;
}
