import type { ReactNode } from 'react';
import { formatMoneyIn } from '../../ui/format-money';
import { formatDay } from '../format-day';
import { useWords } from '../words';
import { ChangeAmount } from './change-amount';
import type { Monthly } from './monthly';
import { MonthlyActs } from './monthly-acts';
import { NewCard } from './new-card';

interface MonthlyGiftsProps {
  readonly token: string;
  readonly pledges: readonly Monthly[];
  readonly onChanged: () => Promise<void>;
}

const RUNNING = ['ACTIVE', 'PAUSED', 'PAST_DUE'];

/** Monthly gifts: what they are at, and what their donor may do about them. */
export function MonthlyGifts({ token, pledges, onChanged }: MonthlyGiftsProps): ReactNode {
  const { t, language } = useWords();
  if (pledges.length === 0) return null;
  return (
    <section>
      <h2>{t('doors:monthly.title')}</h2>
      {pledges.map((pledge) => (
        <div key={pledge.id} className="card">
          <h3>
            {t('doors:monthly.each', { amount: formatMoneyIn(language, pledge.amount) })} ·{' '}
            {pledge.purpose}
          </h3>
          <p className={pledge.state === 'PAST_DUE' ? 'problem' : 'quiet'}>
            {t('doors:monthly.since', { day: formatDay(language, pledge.startedOn) })} ·{' '}
            {t(`doors:monthlyState.${pledge.state}`)}
          </p>
          {RUNNING.includes(pledge.state) && (
            <NewCard token={token} pledgeId={pledge.id} isUrgent={pledge.state === 'PAST_DUE'} />
          )}
          {['ACTIVE', 'PAUSED'].includes(pledge.state) && (
            <ChangeAmount token={token} pledge={pledge} onChanged={onChanged} />
          )}
          <MonthlyActs token={token} pledge={pledge} onChanged={onChanged} />
        </div>
      ))}
    </section>
  );
}
