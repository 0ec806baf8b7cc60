import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCountryCodes } from '../../codes/country-codes';
import { Money } from '../../ui/money';
import { Sealed } from '../../ui/sealed';
import { formatDay } from '../../ui/time';
import type { StatusLine, TimelineEvent, TimelineLine } from './timeline';

/** One thing that happened: when, what, by whom, and its words where my keys open them. */
export function TimelineEntry({ line }: { readonly line: TimelineLine }): ReactNode {
  const { text, day, kind } = line;
  return (
    <li className={kind === 'PRISONER' ? 'from-sealed' : undefined}>
      <span className="quiet">{formatDay(day)}</span>{' '}
      {kind === 'PRISONER' ? <Status line={line} /> : <Happening event={line} />}
      {text !== null && <div className="written">{text}</div>}
    </li>
  );
}

function Status({ line: { code } }: { readonly line: StatusLine }): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  return t('cases:timeline.status', { status: wordOf('custodyStatuses', code) });
}

function Happening({ event }: { readonly event: TimelineEvent }): ReactNode {
  const { t } = useTranslation();
  const { kind, reason, madeBy, amount, isSealed, subjectId } = event;
  const words = useWords(event);
  const place = subjectId === null ? undefined : PLACES[kind];
  return (
    <>
      {place === undefined ? words : <Link to={`/${place}/${subjectId ?? ''}`}>{words}</Link>}
      {amount !== null && (
        <>
          {' '}
          <Money value={amount} />
        </>
      )}
      {reason !== null && kind === 'MOVE' && (
        <> · {t(`cases:reason.${reason}`, { defaultValue: reason })}</>
      )}
      {madeBy === null && reason === 'FAMILY_ASKED' && (
        <span className="quiet"> {t('cases:timeline.byFamily')}</span>
      )}
      {madeBy !== null && <span className="quiet"> {madeBy.displayName}</span>}
      {isSealed && (
        <div>
          <Sealed what={t('cases:note.sealed')} />
        </div>
      )}
    </>
  );
}

const PLACES: Readonly<Partial<Record<TimelineEvent['kind'], string>>> = {
  NEED: 'queue',
  MONEY: 'payouts',
  TASK: 'tasks',
};

function useWords({ kind, code, subjectCode }: TimelineEvent): string {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  const what = subjectCode ?? '';
  switch (kind) {
    case 'NOTE':
      return t(`cases:noteKind.${code}`, { defaultValue: code });
    case 'ATTEMPT':
      return t(`cases:outcome.${code}`, { defaultValue: code });
    case 'MOVE':
      return t('cases:timeline.moved', { state: t(`cases:state.${code}`) });
    case 'CONSENT':
    case 'CONSENT_END': {
      const purpose = wordOf('consentPurposes', code);
      return t(kind === 'CONSENT' ? 'cases:timeline.given' : 'cases:timeline.withdrawn', {
        purpose,
      });
    }
    case 'NEED':
      return t('cases:timeline.became', {
        what: wordOf('needKinds', what),
        state: t(`codes:needState.${code}`),
      });
    case 'MONEY':
      return t('cases:timeline.paid', {
        what: wordOf('needKinds', what),
        state: t(`disbursements:state.${code}`),
      });
    case 'TASK':
      return t('cases:timeline.task', {
        what: t(`dispatch:kind.${what}`),
        state: t(`dispatch:state.${code}`),
      });
  }
}
