import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/use-pages';
import { Money } from '../../ui/money';
import { Empty, Failed, Waiting } from '../../ui/states';
import { DueClock, formatDay } from '../../ui/time';
import { CaseNeedsDocument } from './case-needs.documents';
import { useNeedKinds } from './need-kinds';
import type { OpenedCase } from './opened-case';

/** Needs in one page of the interface; it allows no more. */
const PAGE = 50;

/** What this family has asked for and what became of it. */
export function NeedsTab({ file }: { readonly file: OpenedCase }): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useNeedKinds();
  const pages = usePages({
    document: CaseNeedsDocument,
    variables: (after) => ({
      input: { first: PAGE, after, filter: { codename: file.codename } },
    }),
    pick: ({ needQueue }) => needQueue,
    topics: ['need', 'disbursement'],
  });
  // The filter takes the beginning of a codename: `OWL-1` would also find `OWL-12`.
  const needs = pages.nodes.filter(({ caseId }) => caseId === file.id);
  if (pages.failure !== null) return <Failed failure={pages.failure} retry={pages.refresh} />;
  if (pages.isLoading && needs.length === 0) return <Waiting rows={3} />;
  if (needs.length === 0) {
    return <Empty title={t('cases:needs.none')}>{t('cases:needs.noneAbout')}</Empty>;
  }
  return (
    <ul className="day-rows">
      {needs.map(({ id, code, state, amount, dueDay, clock }) => (
        <li key={id}>
          <Link to={`/queue/${id}`} className="day-row">
            <span className="grow">{wordOf(code)}</span>
            <span>{t(`codes:needState.${state}`)}</span>
            <Text size="sm" component="span">
              <Money value={amount} />
            </Text>
            {clock === null ? (
              dueDay !== null && <span className="quiet">{formatDay(dueDay)}</span>
            ) : (
              <DueClock dueAt={clock.dueAt} />
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
