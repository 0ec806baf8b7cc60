import { useState, type ReactNode } from 'react';
import { Problem } from '../door-states';
import { tokenOf } from '../kept-token';
import { useWords } from '../words';

interface LinkFormProps {
  /** The link that was opened leads nowhere. */
  readonly isUnknown?: boolean;
  readonly onOpen: (token: string) => void;
}

/** For whoever comes without the link, or with one that opens nothing. */
export function LinkForm({ isUnknown = false, onOpen }: LinkFormProps): ReactNode {
  const { t } = useWords();
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const link = new FormData(event.currentTarget).get('link');
        const token = typeof link === 'string' ? tokenOf(link) : null;
        setWrong(token === null);
        if (token !== null) onOpen(token);
      }}
    >
      <p>{t(isUnknown ? 'doors:gift.unknown' : 'doors:gift.needsLink')}</p>
      <label className="wide">
        {t('doors:thanks.link')}
        <input
          name="link"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={isWrong}
        />
      </label>
      <Problem text={isWrong ? t('doors:gift.noSuchLink') : null} />
      <button type="submit" className="main">
        {t('doors:gift.open')}
      </button>
    </form>
  );
}
