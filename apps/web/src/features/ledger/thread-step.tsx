import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMoment } from '../../ui/time';

/** One step of a thread: what, when, how much, by which class of proof, and where to read on. */
export function ThreadStep({
  name,
  at,
  amount,
  to = null,
  more = null,
}: {
  readonly name: string;
  /** Null where it has not happened, or where no moment belongs to it. */
  readonly at: string | null;
  readonly amount: string | null;
  readonly to?: string | null;
  readonly more?: string | null;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <li className="thread-step" data-open={amount === null}>
      <span className="strong">{to === null ? name : <Link to={to}>{name}</Link>}</span>
      <span className="money">{amount ?? t('ledger:cent.notYet')}</span>
      {at !== null && <span className="quiet">{formatMoment(at)}</span>}
      {more !== null && <span className="quiet">{more}</span>}
    </li>
  );
}
