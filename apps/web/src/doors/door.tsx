import type { TFunction } from 'i18next';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language } from '../i18n/languages';
import type { DoorSettings } from './door-settings';
import { GiftPage } from './gift/gift-page';
import { GivePage } from './give/give-page';
import { takeToken } from './kept-token';
import { LanguageChoice } from './language-choice';
import { ThanksPage } from './thanks/thanks-page';
import { TotalsPage } from './totals/totals-page';
import { loadWords, WordsProvider, type Words } from './words';

interface DoorProps {
  readonly settings: DoorSettings;
  readonly language: Language;
  readonly t: TFunction;
  /** Where the page is: the server draws it, too. */
  readonly path: string;
}

/** Which of the donors' pages is open. */
type Place =
  | { readonly at: 'give' | 'thanks' | 'totals' }
  | { readonly at: 'gift'; readonly token: string | null };

function placeOf(path: string): Place {
  if (path === '/give/thanks') return { at: 'thanks' };
  if (path === '/totals') return { at: 'totals' };
  return path === '/gift' ? { at: 'gift', token: takeToken() } : { at: 'give' };
}

/** The donors' door: giving, coming back from the payment page, the private page of a gift, and what everybody may know. */
export function Door({ settings, path, ...first }: DoorProps): ReactNode {
  const [{ language, t }, setSpoken] = useState(first);
  const [place, setPlace] = useState(() => placeOf(path));
  const words = useMemo<Words>(
    () => ({
      language,
      t,
      change: (wanted) => {
        void loadWords(wanted).then((loaded) => setSpoken({ language: wanted, t: loaded }));
      },
    }),
    [language, t],
  );
  useEffect(() => {
    // Another private link in the same window, or the way back from a page.
    const follow = (): void => setPlace(placeOf(location.pathname));
    addEventListener('hashchange', follow);
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('popstate', follow);
    };
  }, []);
  const openGift = (token: string): void => {
    history.pushState(null, '', '/gift');
    setPlace({ at: 'gift', token });
    scrollTo(0, 0);
  };
  return (
    <WordsProvider words={words}>
      <LanguageChoice />
      <main>
        {place.at === 'give' && <GivePage settings={settings} />}
        {place.at === 'totals' && <TotalsPage settings={settings} />}
        {place.at === 'thanks' && <ThanksPage onOpen={openGift} />}
        {place.at === 'gift' && <GiftPage token={place.token} onOpen={openGift} />}
      </main>
    </WordsProvider>
  );
}
