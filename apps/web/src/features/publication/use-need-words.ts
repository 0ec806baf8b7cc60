import { useRead } from '../../api/use-read';
import { presentLanguage } from '../../i18n/i18n';
import { PublicTextNeedsDocument } from './texts.documents';

/** Kinds of need in words; the code itself until they are there, nothing for a need that is gone. */
export function useNeedWords(): (code: string | null) => string {
  const input = { language: presentLanguage() };
  const types = useRead(PublicTextNeedsDocument, { input }).data?.needTaxonomy.types;
  return (code) => types?.find((type) => type.code === code)?.label ?? code ?? '';
}
