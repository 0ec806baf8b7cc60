import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../ui/time';
import type { IntakeInboxQuery } from './inbox.documents';

type Inbox = Extract<IntakeInboxQuery['intakeInbox'], { readonly __typename: 'IntakeInbox' }>;
export type InboxRequest = Inbox['requests']['edges'][number]['node'];

/** One request in the list: how pressing, under which name, what is asked, by when to answer, and what is odd about it. */
export function InboxRow({
  request,
  labelOf,
  isSelected,
  toggle,
}: {
  readonly request: InboxRequest;
  readonly labelOf: (code: string) => string;
  readonly isSelected: boolean;
  readonly toggle: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const marks = [
    request.maybeDuplicate === true && t('intake:row.duplicate'),
    request.correctedOn !== null &&
      t('intake:row.corrected', { day: formatDay(request.correctedOn) }),
    request.hasProposedChange && t('intake:row.laterVersion'),
    request.warnings.length > 0 && t('intake:row.warned'),
  ].filter((mark) => mark !== false);
  return (
    <>
      {/* For the mouse; the key is x, and the card has a button. */}
      <span
        className="inbox-tick"
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
      <span className="inbox-priority strong">{request.claimedPriority ?? '–'}</span>
      <span className="inbox-codename strong">
        {request.codename ?? t('intake:row.noCodename')}
      </span>
      <span className="grow">
        {request.problemCode === null
          ? request.needCodes.map(labelOf).join(', ')
          : t('intake:row.problem', { problem: t(`intake:problem.${request.problemCode}`) })}
        {marks.length > 0 && <span className="quiet"> · {marks.join(' · ')}</span>}
      </span>
      <span className="inbox-state quiet">
        {isSelected && <span className="visually-hidden">{t('intake:row.selected')} </span>}
        {t(`intake:state.${request.state}`)}
      </span>
      <DueDay request={request} />
    </>
  );
}

/** By when somebody should answer; a day without an hour. */
export function DueDay({ request }: { readonly request: InboxRequest }): ReactNode {
  const { t } = useTranslation();
  if (request.dueOn === null)
    return <span className="inbox-due due">{t('intake:row.decided')}</span>;
  const day = formatDay(request.dueOn);
  return (
    <span className="inbox-due due" data-urgency={request.isOverdue ? 'late' : 'calm'}>
      {request.isOverdue ? t('intake:row.late', { day }) : t('intake:row.by', { day })}
    </span>
  );
}
