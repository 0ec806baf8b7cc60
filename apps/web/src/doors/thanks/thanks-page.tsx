import { useEffect, useState, type ReactNode } from 'react';
import { readKept } from '../kept-token';
import { useWords } from '../words';
import { KeepLink } from './keep-link';
import { useOutcome } from './use-outcome';

/** Where the payment page sends back to. It says what became of the payment, and gives the private link to keep. */
export function ThanksPage({ onOpen }: { readonly onOpen: (token: string) => void }): ReactNode {
  const { t } = useWords();
  const [kept] = useState(readKept);
  const outcome = useOutcome(kept);
  const title = kept === null ? t('doors:thanks.handedOver') : t(`doors:outcome.${outcome}.title`);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <div role="status">
        <h1>{title}</h1>
        <p className="lead">
          {kept === null ? t('doors:thanks.noLink') : t(`doors:outcome.${outcome}.text`)}
        </p>
      </div>
      {kept === null || outcome === 'refused' ? null : (
        <KeepLink token={kept.token} isNew={kept.errand === 'gift'} onOpen={onOpen} />
      )}
      {(outcome === 'refused' || outcome === 'failed') && (
        <p>
          <a className="button" href="/give">
            {t('doors:thanks.again')}
          </a>
        </p>
      )}
      {kept === null && (
        <p>
          <a href="/gift">{t('doors:give.toGift')}</a>
        </p>
      )}
    </>
  );
}
