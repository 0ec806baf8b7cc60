import './needs.css';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { NeedDetail } from './need-detail';
import { NeedRow } from './need-row';
import { NeedQueueDocument } from './queue.documents';
import { EMPTY_FILTERS, QueueFilters, filterInput, type QueueFilter } from './queue-filters';
import { useTaxonomy } from './taxonomy';

/** Needs in one page of the interface; it allows no more. */
const PAGE = 50;

/** What is most urgent, and why. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const { groups, labelOf } = useTaxonomy();
  const [filter, setFilter] = useState<QueueFilter>(EMPTY_FILTERS);
  const pages = usePages({
    document: NeedQueueDocument,
    variables: (after) => ({
      input: { first: PAGE, after, orderBy: filter.order, filter: filterInput(filter) },
    }),
    pick: ({ needQueue }) => needQueue,
    topics: ['need', 'disbursement'],
  });
  return (
    <SplitList
      label={t('needs:queue.title')}
      pages={pages}
      path="/queue"
      openId={id}
      head={
        <QueueFilters
          filter={filter}
          change={setFilter}
          groups={groups}
          count={pages.nodes.length}
          hasMore={pages.hasMore}
        />
      }
      row={(need) => <NeedRow need={need} label={labelOf(need.code)} />}
      empty={
        <Empty title={t('needs:queue.empty')}>
          {filter === EMPTY_FILTERS ? t('needs:queue.emptyAbout') : t('needs:queue.emptyFiltered')}
        </Empty>
      }
    >
      {id !== null && <NeedDetail key={id} needId={id} labelOf={labelOf} />}
    </SplitList>
  );
}
