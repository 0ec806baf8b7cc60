import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, presentLanguage } from '../i18n/i18n';
import { LANGUAGE_NAMES, LANGUAGES, languageOf } from '../i18n/languages';

/** Switches the language of the page at once. */
export function LanguageChoice(): ReactNode {
  const { t } = useTranslation();
  return (
    <NativeSelect
      aria-label={t('shell:language')}
      value={presentLanguage()}
      onChange={(event) => void changeLanguage(languageOf(event.currentTarget.value))}
      data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      size="sm"
    />
  );
}
