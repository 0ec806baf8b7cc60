import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMoney } from '../../ui/money';
import { DueClock, formatDay } from '../../ui/time';
import type { ListedCase } from './case-row';
import type { ListedNeed } from './day';
import { useToday } from './days';
import { NextStepText } from './next-step-text';

/** A family with its promise; opens its file. */
export function CaseLine({ row }: { readonly row: ListedCase }): ReactNode {
  const { t } = useTranslation();
  const { channelTrust: trust } = row;
  return (
    <Link to={`/cases/${row.id}`} className="day-row">
      <strong className="case-codename">{row.codename}</strong>
      <span className="grow">
        <NextStepText step={row.nextStep} />
      </span>
      {row.awaitsAccess && (
        <span className="due" data-urgency="soon">
          {t('cases:list.awaitsAccess')}
        </span>
      )}
      {trust !== null && trust !== 'VERIFIED' && (
        <span className="trust" data-trust={trust}>
          {t('cases:list.trust', { trust: t(`cases:trust.${trust}`) })}
        </span>
      )}
      <span className="quiet">{t(`cases:state.${row.state}`)}</span>
    </Link>
  );
}

/** A need with what it waits for; opens it in the queue. */
export function NeedLine({
  need,
  word,
}: {
  readonly need: ListedNeed;
  readonly word: string;
}): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  const { id, codename, amount, dueDay, clock, state, nextStep } = need;
  return (
    <Link to={`/queue/${id}`} className="day-row">
      <strong className="case-codename">{codename}</strong>
      <span className="grow">{word}</span>
      <span className="money">{formatMoney(amount)}</span>
      {dueDay !== null && (
        <span className="due" data-urgency={dueDay < today ? 'late' : 'calm'}>
          {dueDay < today
            ? t('cases:step.late', { day: formatDay(dueDay) })
            : t('cases:day.until', { day: formatDay(dueDay) })}
        </span>
      )}
      {dueDay === null && clock !== null && <DueClock dueAt={clock.dueAt} />}
      <span className="quiet">
        {nextStep === null ? t(`codes:needState.${state}`) : t(`codes:needStep.${nextStep}`)}
      </span>
    </Link>
  );
}
