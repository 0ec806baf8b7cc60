import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/use-pages';
import { useCountryCodes } from '../../codes/country-codes';
import { Money } from '../../ui/money';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { CaseMattersDocument, type CaseMattersQuery } from './case-work.documents';
import { NO_PAGE } from './no-page';
import type { CaseProps } from './opened-case';

type Kind = 'NEED' | 'MONEY' | 'TASK';
type Matters = Extract<CaseMattersQuery['caseMatters'], { readonly __typename: 'CaseMatters' }>;
type Matter = Matters['matters']['edges'][number]['node'];

/** Rows in one page of the interface; it allows no more. */
const PAGE = 50;
const PLACES: Readonly<Record<Kind, string>> = { NEED: 'queue', MONEY: 'payouts', TASK: 'tasks' };
const TOPICS: Readonly<Record<Kind, readonly string[]>> = {
  NEED: ['need'],
  MONEY: ['disbursement'],
  TASK: ['task'],
};

/** What hangs on this family and has a page of its own, also what is over. */
export function MattersTab({ file, kind }: CaseProps & { readonly kind: Kind }): ReactNode {
  const { t } = useTranslation();
  const pages = usePages({
    document: CaseMattersDocument,
    variables: (after) => ({ input: { caseId: file.id, kind, first: PAGE, after } }),
    pick: ({ caseMatters }) =>
      caseMatters.__typename === 'CaseMatters' ? caseMatters.matters : NO_PAGE,
    topics: TOPICS[kind],
  });
  const { nodes, failure, isLoading, hasMore, loadMore, refresh } = pages;
  if (failure !== null) return <Failed failure={failure} retry={refresh} />;
  if (isLoading && nodes.length === 0) return <Waiting rows={3} />;
  if (nodes.length === 0) {
    return (
      <Empty title={t(`cases:matters.none.${kind}`)}>{t(`cases:matters.about.${kind}`)}</Empty>
    );
  }
  return (
    <>
      <ul className="day-rows">
        {nodes.map((matter) => (
          <li key={matter.id}>
            <MatterLine kind={kind} matter={matter} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button size="xs" variant="default" mt="sm" onClick={loadMore}>
          {t('cases:matters.more')}
        </Button>
      )}
    </>
  );
}

function MatterLine({ kind, matter }: { readonly kind: Kind; readonly matter: Matter }): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  const { id, code, state, amount, day, dueDay } = matter;
  const stateOf: Readonly<Record<Kind, string>> = {
    NEED: t(`codes:needState.${state}`),
    MONEY: t(`disbursements:state.${state}`),
    TASK: t(`dispatch:state.${state}`),
  };
  return (
    <Link to={`/${PLACES[kind]}/${id}`} className="day-row">
      <span className="grow">
        {kind === 'TASK' ? t(`dispatch:kind.${code}`) : wordOf('needKinds', code)}
      </span>
      <span>{stateOf[kind]}</span>
      {amount !== null && <Money value={amount} />}
      <span className="quiet">
        {dueDay === null ? formatDay(day) : t('cases:day.until', { day: formatDay(dueDay) })}
      </span>
    </Link>
  );
}
