import type { ReactNode } from 'react';
import { useWords } from './words';

/** Something is on its way. */
export function Waiting(): ReactNode {
  const { t } = useWords();
  return (
    <p className="quiet" role="status">
      {t('doors:state.waiting')}
    </p>
  );
}

/** The server did not answer; what to do next. */
export function Failed({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <div className="problem" role="alert">
      <p>{t('doors:state.failed')}</p>
      <button type="button" onClick={onAgain}>
        {t('doors:state.again')}
      </button>
    </div>
  );
}

/** What went wrong, in one sentence that says what to do; nothing without one. */
export function Problem({ text }: { readonly text: string | null }): ReactNode {
  return <div role="alert">{text !== null && <p className="problem">{text}</p>}</div>;
}
