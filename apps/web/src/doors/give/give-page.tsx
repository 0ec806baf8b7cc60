import { useEffect, useState, type ReactNode } from 'react';
import { ask, NoAnswer } from '../ask';
import type { DoorSettings } from '../door-settings';
import { Failed, Waiting } from '../door-states';
import { readKept } from '../kept-token';
import { useWords } from '../words';
import { GiveForm } from './give-form';
import { GiveOptionsDocument } from './giving.documents';
import type { Options } from './options';

/** For whom, how much and how often, and on to the payment page: three steps, one column. */
export function GivePage({ settings }: { readonly settings: DoorSettings }): ReactNode {
  const { organization, options: drawn = null } = settings;
  const { t, language } = useWords();
  const [options, setOptions] = useState<Options | 'failed' | null>(drawn);
  const [turn, setTurn] = useState(0);
  // Whoever went to the payment page and comes back here has not paid.
  const [hasLeft, setLeft] = useState(false);
  useEffect(() => setLeft(readKept()?.errand === 'gift'), []);
  useEffect(() => {
    const isKnown = drawn !== null && turn === 0 && language === settings.language;
    if (organization === null || isKnown) return undefined;
    let isOpen = true;
    const input = { organization, locale: language };
    ask(GiveOptionsDocument, { input }).then(
      ({ giveOptions }) => isOpen && setOptions(giveOptions),
      (error: unknown) => {
        if (!(error instanceof NoAnswer)) throw error;
        if (isOpen) setOptions('failed');
      },
    );
    return () => {
      isOpen = false;
    };
  }, [organization, language, turn, drawn, settings.language]);
  useEffect(() => {
    // A page that lay open may offer what is no longer to be had.
    const look = (): void => {
      if (document.visibilityState === 'visible') setTurn((count) => count + 1);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  const name = options === null || options === 'failed' ? '' : options.organizationName;
  useEffect(() => {
    document.title = name === '' ? t('doors:give.title') : `${t('doors:give.title')} · ${name}`;
  }, [name, t]);

  const isClosed =
    organization === null || (options !== null && options !== 'failed' && !options.takesCards);
  return (
    <>
      <h1>{t('doors:give.title')}</h1>
      {name !== '' && <p className="quiet">{t('doors:give.receivedBy', { name })}</p>}
      {hasLeft && (
        <p className="note" role="status">
          {t('doors:give.nothingTaken')}
        </p>
      )}
      {isClosed && <p className="note">{t('doors:give.closed')}</p>}
      {!isClosed && options === null && <Waiting />}
      {!isClosed && options === 'failed' && <Failed onAgain={() => setTurn(turn + 1)} />}
      {!isClosed && options !== null && options !== 'failed' && (
        <GiveForm options={options} organization={organization ?? ''} />
      )}
      <p className="quiet">
        <a href="/gift">{t('doors:give.toGift')}</a>
      </p>
      <p className="quiet">
        <a href="/totals">{t('doors:give.toTotals')}</a>
      </p>
    </>
  );
}
