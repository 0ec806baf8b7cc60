import './cases.css';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { CaseFilters, EMPTY_FILTER, filterInput, type CaseFilter } from './case-filters';
import { CaseListDocument } from './case-list.documents';
import { CasePanel } from './case-panel';
import { CaseRow } from './case-row';
import { useToday } from './days';

/** Cases in one page of the interface; it allows no more. */
const PAGE = 50;

/** The families I work with, those whose promise is due soonest on top. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null, tab } = useParams();
  const today = useToday();
  const [filter, setFilter] = useState<CaseFilter>(EMPTY_FILTER);
  const pages = usePages({
    document: CaseListDocument,
    variables: (after) => ({
      input: { ...filterInput(filter, today), first: PAGE, after },
    }),
    pick: ({ caseList }) => caseList,
    topics: ['case'],
  });
  return (
    <SplitList
      label={t('cases:list.title')}
      pages={pages}
      path="/cases"
      isTwoLined
      openId={id}
      head={
        <CaseFilters
          filter={filter}
          change={setFilter}
          count={pages.nodes.length}
          hasMore={pages.hasMore}
        />
      }
      row={(row) => <CaseRow row={row} />}
      empty={
        <Empty title={t('cases:list.empty')}>
          {filter === EMPTY_FILTER ? t('cases:list.emptyAbout') : t('cases:list.emptyFiltered')}
        </Empty>
      }
    >
      {id !== null && <CasePanel key={id} caseId={id} tab={tab} />}
    </SplitList>
  );
}
