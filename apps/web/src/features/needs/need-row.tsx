import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../ui/money';
import { DueClock } from '../../ui/time';
import type { NeedQueueQuery } from './queue.documents';

export type QueueNeed = NeedQueueQuery['needQueue']['edges'][number]['node'];

/** Reasons that fit into a row, one below the other. */
const REASONS_SHOWN = 2;

/** One row tells the story: how urgent, whose, what, how much, until when, why here, what next. */
export function NeedRow({
  need,
  label,
  isSelected,
  toggle,
}: {
  readonly need: QueueNeed;
  readonly label: string;
  readonly isSelected: boolean;
  readonly toggle: () => void;
}): ReactNode {
  const { t } = useTranslation();
  // Nobody has looked at it: there is neither urgency, clock nor score, and that is said once.
  const isUnscreened = need.priority === null;
  const reasons = need.factors
    .toSorted((one, other) => other.points - one.points)
    .filter(({ points }) => points > 0)
    .slice(0, REASONS_SHOWN)
    .map(({ factor, points }) => ({ factor: t(`needs:factor.${factor}`), points }));
  return (
    <>
      {/* For the mouse; the key is x. */}
      <span
        className="need-tick"
        aria-hidden
        data-on={isSelected}
        onClick={(event) => {
          event.preventDefault();
          event.stopPropagation();
          toggle();
        }}
      >
        {isSelected ? '✓' : ''}
      </span>
      <span className="need-priority strong">{need.priority}</span>
      <span className="need-codename strong">{need.codename}</span>
      <span className="grow need-label">{label}</span>
      <span className="need-money money">
        {need.funded.minorUnits !== '0' && need.funded.minorUnits !== need.amount.minorUnits && (
          <span className="need-part">
            {t('needs:queue.fundedOf', { funded: formatMoney(need.funded) })}{' '}
          </span>
        )}
        {(!isUnscreened || need.amount.minorUnits !== '0') && formatMoney(need.amount)}
      </span>
      <span className="need-clock">
        {isUnscreened ? (
          <span className="quiet">{t('needs:queue.unscreened')}</span>
        ) : (
          <DueClock isShort dueAt={need.clock?.dueAt ?? null} />
        )}
      </span>
      <span
        className="need-score quiet"
        title={reasons.map(({ factor, points }) => `${factor} ${String(points)}`).join(' · ')}
      >
        <span className="need-points">{need.score ?? (isUnscreened ? null : '–')} </span>
        <span className="need-reasons">
          {reasons.map(({ factor, points }) => (
            <span key={factor} className="need-reason">
              <span className="need-factor">{factor}</span> <span>{points}</span>
            </span>
          ))}
        </span>
      </span>
      <span className="need-next">
        {isSelected && <VisuallyHidden>{t('needs:queue.selected')} </VisuallyHidden>}
        {need.nextStep === null
          ? t(`codes:needState.${need.state}`)
          : t(`codes:needStep.${need.nextStep}`)}
      </span>
    </>
  );
}
