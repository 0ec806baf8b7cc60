import type { ReactNode } from 'react';
import { Problem } from '../door-states';
import { keepToken } from '../kept-token';
import { useWords } from '../words';
import { ForgetMeDocument } from './gift.documents';
import { useWish } from './use-wish';

interface ForgetProps {
  readonly token: string;
  readonly onForgotten: () => void;
}

/** Erases who gave. What stays is said before. */
export function Forget({ token, onForgotten }: ForgetProps): ReactNode {
  const { t } = useWords();
  const { send, isSending, problem } = useWish('forgetMe', ForgetMeDocument);
  const forget = async (): Promise<void> => {
    if ((await send({ token }, 'DonorWishNoted')) === null) return;
    keepToken(null);
    onForgotten();
  };
  return (
    <section>
      <details>
        <summary>{t('doors:forget.title')}</summary>
        <p>{t('doors:forget.what')}</p>
        <button type="button" disabled={isSending} onClick={() => void forget()}>
          {t('doors:forget.act')}
        </button>
        <Problem text={problem} />
      </details>
    </section>
  );
}
