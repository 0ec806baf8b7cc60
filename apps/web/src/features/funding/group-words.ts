import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { presentLanguage } from '../../i18n/i18n';
import { useMay } from '../../ui/may';
import { GroupWordsDocument } from './funding.documents';

/** Groups that somebody may choose from who may not read the country's pack. */
const GROUPS = 'DET LEG LIV CHD MED PSY EVA LGL REL JOB DIG FUN CAREGIVER'.split(' ');

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
  const groupOf = (code: string): string =>
    groups.find((group) => group.code === code)?.label ??
    t(`codes:needGroup.${code}`, { defaultValue: code });
  const known = isPaused ? GROUPS : groups.map(({ code }) => code);
  return {
    groups: known.map((code) => ({ value: code, label: groupOf(code) })),
    groupOf,
    kindOf: (code) => data?.needTaxonomy.types.find((type) => type.code === code)?.label ?? code,
  };
}
