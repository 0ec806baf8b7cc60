import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../../ui/may';
import { formatDay } from '../../ui/time';
import type { ListedCase } from './case-row';
import { NextStepText } from './next-step-text';

/**
 * A family to be called: what was promised, when it was last reached and how often was agreed. When and how not to call
 * is sealed with the number: the contact tab opens both.
 */
export function CallLine({ row }: { readonly row: ListedCase }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const { id, codename, contactOverdue, contactRhythmDays, lastConfirmedContactDay: last } = row;
  return (
    <div className="day-call">
      <Link to={`/cases/${id}`} className="day-row">
        <strong className="case-codename">{codename}</strong>
        <span className="grow">
          <NextStepText step={row.nextStep} />
        </span>
        <span className="due" data-urgency={contactOverdue ? 'late' : 'calm'}>
          {last === null
            ? t('cases:head.neverReached')
            : t('cases:head.lastReached', { day: formatDay(last) })}
        </span>
        <span className="quiet">{t('cases:day.rhythm', { count: contactRhythmDays })}</span>
      </Link>
      <Link to={`/cases/${id}/contact`}>{t('cases:day.quietRules')}</Link>
      {may('recordContactAttempt') && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void navigate(`/cases/${id}`, { state: { act: 'CONTACT' } })}
        >
          {t('cases:act.CONTACT')}
        </Button>
      )}
    </div>
  );
}
