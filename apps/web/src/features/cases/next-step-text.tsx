import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../ui/time';
import { useToday } from './days';

/** The promise of a case with its day: red when it is late, amber when it is for today, always in words. */
export function NextStepText({
  step,
}: {
  readonly step: {
    readonly kind: string;
    readonly dueDay: string;
    readonly isOverdue: boolean;
  } | null;
}): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  if (step === null) return <span className="quiet">{t('cases:step.none')}</span>;
  const isToday = step.dueDay === today;
  const day = formatDay(step.dueDay);
  return (
    <>
      {t(`cases:nextStep.${step.kind}`, { defaultValue: step.kind })}{' '}
      <span className="due" data-urgency={step.isOverdue ? 'late' : isToday ? 'soon' : 'calm'}>
        {step.isOverdue ? t('cases:step.late', { day }) : isToday ? t('cases:step.today') : day}
      </span>
    </>
  );
}
