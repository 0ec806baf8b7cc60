import type { ReactNode } from 'react';
import { Problem } from '../door-states';
import { keepToken } from '../kept-token';
import { useWords } from '../words';
import { RenewMonthlyCardDocument } from './gift.documents';
import { useWish } from './use-wish';

interface NewCardProps {
  readonly token: string;
  readonly pledgeId: string;
  /** The present card no longer works. */
  readonly isUrgent: boolean;
}

/** The way to the payment page, to put another card in place of the present one. */
export function NewCard({ token, pledgeId, isUrgent }: NewCardProps): ReactNode {
  const { t } = useWords();
  const { send, isSending, problem } = useWish('renewMonthlyCard', RenewMonthlyCardDocument);
  const go = async (): Promise<void> => {
    const answer = await send({ token, pledgeId }, 'CardPageOpened');
    if (answer?.__typename !== 'CardPageOpened') return;
    keepToken({ token, errand: 'card' });
    location.assign(answer.checkoutUrl);
  };
  return (
    <>
      <button
        type="button"
        className={isUrgent ? 'main' : ''}
        disabled={isSending}
        onClick={() => void go()}
      >
        {t('doors:monthly.newCard')}
      </button>
      <Problem text={problem} />
    </>
  );
}
