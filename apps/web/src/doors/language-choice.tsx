import type { ReactNode } from 'react';
import { LANGUAGE_NAMES, LANGUAGES, languageOf } from '../i18n/languages';
import { useWords } from './words';

/** Five languages, each by its own name. */
export function LanguageChoice(): ReactNode {
  const { language, change, t } = useWords();
  return (
    <header>
      <label>
        <span className="unseen">{t('doors:language')}</span>
        <select
          name="language"
          autoComplete="language"
          value={language}
          onChange={({ target }) => change(languageOf(target.value))}
        >
          {LANGUAGES.map((each) => (
            <option key={each} value={each} lang={each}>
              {LANGUAGE_NAMES[each]}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
