import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { presentLanguage } from '../../i18n/i18n';
import { useMay } from '../../ui/may';
import { GroupWordsDocument } from './funding.documents';

/** Groups and kinds of needs with their words. */
export interface GroupWords {
  readonly groups: readonly { readonly value: string; readonly label: string }[];
  readonly groupOf: (code: string) => string;
  readonly kindOf: (code: string) => string;
}

/** The country's own words where I may read them, ours for those who report to funders, else the code. */
export function useGroupWords(): GroupWords {
  const { t } = useTranslation();
  const isPaused = !useMay()('needTaxonomy');
  const variables = { input: { language: presentLanguage() } };
  const { data } = useRead(GroupWordsDocument, variables, { isPaused });
  const groups = data?.needTaxonomy.groups ?? [];
  return {
    groups: groups.map(({ code, label }) => ({ value: code, label })),
    groupOf: (code) =>
      groups.find((group) => group.code === code)?.label ??
      t(`codes:needGroup.${code}`, { defaultValue: code }),
    kindOf: (code) => data?.needTaxonomy.types.find((type) => type.code === code)?.label ?? code,
  };
}
