import { useState, type ReactNode } from 'react';
import { Problem } from '../door-states';
import { useWords } from '../words';
import { ChangeMonthlyGiftDocument, StopMonthlyGiftDocument } from './gift.documents';
import type { Monthly } from './monthly';
import { useWish } from './use-wish';

interface MonthlyActsProps {
  readonly token: string;
  readonly pledge: Monthly;
  readonly onChanged: () => Promise<void>;
}

/** Pause, go on, stop. The payment provider is told by the worker, so the page says that it is noted. */
export function MonthlyActs({ token, pledge, onChanged }: MonthlyActsProps): ReactNode {
  const { t } = useWords();
  const { id: pledgeId, state } = pledge;
  const change = useWish('changeMonthlyGift', ChangeMonthlyGiftDocument);
  const stop = useWish('stopMonthlyGift', StopMonthlyGiftDocument);
  const [noted, setNoted] = useState<'PAUSE' | 'RESUME' | 'STOP' | null>(null);
  const isSending = change.isSending || stop.isSending;
  const turn = async (wanted: 'PAUSE' | 'RESUME'): Promise<void> => {
    const input = { token, pledgeId, change: wanted, amount: null };
    if ((await change.send(input, 'DonorWishNoted')) === null) return;
    setNoted(wanted);
    await onChanged();
  };
  const end = async (): Promise<void> => {
    if ((await stop.send({ token, pledgeId }, 'DonorWishNoted')) === null) return;
    setNoted('STOP');
    await onChanged();
  };
  const mayStop = ['INTENT', 'ACTIVE', 'PAUSED', 'PAST_DUE'].includes(state) && noted !== 'STOP';
  return (
    <>
      <div className="row">
        {state === 'ACTIVE' && noted === null && (
          <button type="button" disabled={isSending} onClick={() => void turn('PAUSE')}>
            {t('doors:monthly.pause')}
          </button>
        )}
        {state === 'PAUSED' && noted !== 'STOP' && noted !== 'RESUME' && (
          <button type="button" disabled={isSending} onClick={() => void turn('RESUME')}>
            {t('doors:monthly.resume')}
          </button>
        )}
        {mayStop && (
          <button type="button" disabled={isSending} onClick={() => void end()}>
            {t('doors:monthly.stop')}
          </button>
        )}
      </div>
      <p role="status">{noted !== null && t(`doors:noted.${noted}`)}</p>
      <Problem text={change.problem ?? stop.problem} />
    </>
  );
}
