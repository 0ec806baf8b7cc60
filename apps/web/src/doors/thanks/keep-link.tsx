import { useRef, useState, type ReactNode } from 'react';
import { keepToken } from '../kept-token';
import { useWords } from '../words';

interface KeepLinkProps {
  readonly token: string;
  /** It was never shown before. */
  readonly isNew: boolean;
  readonly onOpen: (token: string) => void;
}

/** The private link: shown once, to be kept by whoever gave. */
export function KeepLink({ token, isNew, onOpen }: KeepLinkProps): ReactNode {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const link = `${location.origin}/gift#${token}`;
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Not allowed here: it is marked, to be copied by hand.
    }
  };
  return (
    <section>
      {isNew && (
        <>
          <h2>{t('doors:thanks.keepTitle')}</h2>
          <p>{t('doors:thanks.keepWhy')}</p>
          <label className="wide">
            {t('doors:thanks.link')}
            <input ref={field} name="link" readOnly autoComplete="off" value={link} />
          </label>
        </>
      )}
      <div className="row">
        {isNew && (
          <button type="button" onClick={() => void copy()}>
            {t('doors:thanks.copy')}
          </button>
        )}
        <button
          type="button"
          className="main"
          onClick={() => {
            keepToken(null);
            onOpen(token);
          }}
        >
          {t(isNew ? 'doors:thanks.keptAndOpen' : 'doors:thanks.open')}
        </button>
      </div>
      <p role="status" className="quiet">
        {isCopied && t('doors:thanks.copied')}
      </p>
    </section>
  );
}
