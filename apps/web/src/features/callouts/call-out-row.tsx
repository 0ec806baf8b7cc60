import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DueClock, formatMoment } from '../../ui/time';
import { ENDED } from './codes';
import { triggerLabel, type Protocol } from './desk-knowledge';
import type { CallOutsQuery } from './list.documents';

export type CallOutLine = CallOutsQuery['callOutList']['edges'][number]['node'];

/** One call-out in the list: how urgent, what happened, whose, what runs out next, where it stands. */
export function CallOutRow({
  line,
  protocols,
}: {
  readonly line: CallOutLine;
  readonly protocols: readonly Protocol[];
}): ReactNode {
  const { t } = useTranslation();
  const isUnseen = line.state === 'ALERT' && line.acknowledgedAt === null;
  return (
    <>
      <span className="callout-priority strong">{line.priority}</span>
      <span className="callout-codename strong">
        {line.codename ?? t('callouts:list.noFamily')}
      </span>
      <span className="grow">
        {triggerLabel(line.triggerCode, protocols)}
        {line.lifeAtRisk && <span className="callout-mark"> · {t('callouts:list.life')}</span>}
      </span>
      <span className="callout-clock">
        {ENDED.includes(line.state) ? (
          <span className="due">{line.closedAt === null ? '' : formatMoment(line.closedAt)}</span>
        ) : (
          <DueClock isShort dueAt={line.clockAt} />
        )}
      </span>
      <span className="callout-state">
        {isUnseen ? t('callouts:list.unseen') : t(`callouts:state.${line.state}`)}
      </span>
    </>
  );
}
