import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/use-pages';
import { useMe } from '../../session/session';
import { Failed } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { AwaitingAccessDocument, type AwaitingAccessQuery } from './case-list.documents';
import { DaySection } from './day-section';

type Awaited = AwaitingAccessQuery['awaitingAccess']['edges'][number]['node'];

/** Rows in one page of the interface; it allows no more. */
const PAGE = 50;

/** Who waits for the key of which case, since when, and who can give it; my own turns stand out in words. */
export function AwaitingBoard(): ReactNode {
  const { t } = useTranslation();
  const { nodes, failure, hasMore, loadMore, refresh } = usePages({
    document: AwaitingAccessDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ awaitingAccess }) => awaitingAccess,
    topics: ['case'],
  });
  if (failure !== null) return <Failed failure={failure} retry={refresh} />;
  return (
    <>
      <DaySection title={t('cases:awaiting.title')} count={nodes.length}>
        {nodes.map((row) => (
          <AwaitedLine key={row.caseId + row.post} row={row} />
        ))}
      </DaySection>
      {hasMore && (
        <Button size="xs" variant="default" onClick={loadMore}>
          {t('cases:awaiting.more')}
        </Button>
      )}
    </>
  );
}

function AwaitedLine({ row }: { readonly row: Awaited }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { caseId, codename, person, post, since, holders } = row;
  const names = holders.map(({ displayName }) => displayName).join(', ');
  const isMine = holders.some(({ id }) => id === me.id);
  return (
    <Link to={`/cases/${caseId}/access`} className="day-row">
      <strong className="case-codename">{codename}</strong>
      <span className="grow">
        {t(`cases:awaiting.${post}`, { person: person?.displayName ?? '–' })}
      </span>
      <span className="due" data-urgency={isMine ? 'soon' : 'calm'}>
        {isMine
          ? t('cases:awaiting.mine')
          : names === ''
            ? t('cases:sealed.nobody')
            : t('cases:awaiting.holders', { people: names })}
      </span>
      <span className="quiet">{t('cases:awaiting.since', { day: formatDay(since) })}</span>
    </Link>
  );
}
