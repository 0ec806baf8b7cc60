import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../ui/money';
import { DueClock } from '../../ui/time';
import type { NeedQueueQuery } from './queue.documents';

export type QueueNeed = NeedQueueQuery['needQueue']['edges'][number]['node'];

/** One row tells the story: how urgent, whose, what, how much, until when, why here, what next. */
export function NeedRow({
  need,
  label,
}: {
  readonly need: QueueNeed;
  readonly label: string;
}): ReactNode {
  const { t } = useTranslation();
  const [first, second] = need.factors
    .toSorted((one, other) => other.points - one.points)
    .filter(({ points }) => points > 0);
  const reasons = [first, second]
    .flatMap((factor) =>
      factor === undefined
        ? []
        : [`${t(`needs:factor.${factor.factor}`)} ${String(factor.points)}`],
    )
    .join(' · ');
  return (
    <>
      <span className="need-priority strong">{need.priority ?? '–'}</span>
      <span className="need-codename strong">{need.codename}</span>
      <span className="grow need-label">{label}</span>
      <span className="need-money money">
        {need.funded.minorUnits !== '0' && (
          <span className="need-part">
            {t('needs:queue.fundedOf', { funded: formatMoney(need.funded) })}{' '}
          </span>
        )}
        {formatMoney(need.amount)}
      </span>
      <span className="need-clock">
        <DueClock dueAt={need.clock?.dueAt ?? null} />
      </span>
      <span className="need-score quiet" title={reasons}>
        {need.score ?? '–'}
        <span className="need-reasons"> {reasons}</span>
      </span>
      <span className="need-next">
        {need.nextStep === null
          ? t(`codes:needState.${need.state}`)
          : t(`codes:needStep.${need.nextStep}`)}
      </span>
    </>
  );
}
