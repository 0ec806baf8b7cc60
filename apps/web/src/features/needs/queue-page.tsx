import './needs.css';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { useRead } from '../../api/use-read';
import { useCountryCodes } from '../../codes/country-codes';
import { useKeys } from '../../ui/keys';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { BulkBar } from './bulk-bar';
import { NeedDetail, type Panel } from './need-detail';
import { NeedRow } from './need-row';
import { NeedQueueDocument } from './queue.documents';
import { EMPTY_FILTERS, filterInput, filterOfView, useKeptFilter } from './queue-filter';
import { QueueFilters } from './queue-filters';
import { useSelection } from './selection';
import { NeedViewsDocument } from './views.documents';

/** Needs in one page of the interface; it allows no more. */
const PAGE = 50;

/** What is most urgent, and why. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id = null } = useParams();
  const { wordOf } = useCountryCodes();
  const [kept, setFilter] = useKeptFilter();
  const [panel, setPanel] = useState<Panel>(null);
  const views = useRead(NeedViewsDocument, {}, { isPaused: kept !== null });
  const isUndecided = kept === null && views.data === null && views.failure === null;
  // The first time in a session the queue opens with the view that was chosen for that. Few have chosen one, so the
  // queue is asked for meanwhile as it is for everybody else.
  const chosen = views.data?.needViews.find(({ isDefault }) => isDefault);
  const filter = kept ?? (chosen === undefined ? EMPTY_FILTERS : filterOfView(chosen));
  const pages = usePages({
    document: NeedQueueDocument,
    variables: (after) => ({
      input: { first: PAGE, after, orderBy: filter.order, filter: filterInput(filter) },
    }),
    pick: ({ needQueue }) => needQueue,
    topics: ['need', 'disbursement'],
  });
  const { nodes } = pages;
  const selection = useSelection(nodes, id);

  useEffect(() => {
    if (id === null) setPanel(null);
  }, [id]);
  const show = (next: Panel) => (): void => {
    const focused = document.activeElement?.getAttribute('data-index');
    const row = focused == null ? undefined : nodes[Number(focused)];
    if (row === undefined && id === null) return;
    setPanel(next);
    if (row !== undefined && row.id !== id) void navigate(`/queue/${row.id}`);
  };
  useKeys({ ArrowRight: show('SCORE'), f: show('FUND'), ArrowLeft: () => setPanel(null) });

  return (
    <SplitList
      label={t('needs:queue.title')}
      pages={isUndecided ? { ...pages, nodes: [], isLoading: true } : pages}
      path="/queue"
      isTwoLined
      openId={id}
      head={
        <>
          <QueueFilters
            filter={filter}
            change={setFilter}
            count={nodes.length}
            hasMore={pages.hasMore}
          />
          <BulkBar selection={selection} isQuiet={id !== null} changed={pages.refresh} />
        </>
      }
      row={(need) => (
        <NeedRow
          need={need}
          label={wordOf('needKinds', need.code)}
          isSelected={selection.ids.has(need.id)}
          toggle={() => selection.toggle(need.id)}
        />
      )}
      empty={
        <Empty title={t('needs:queue.empty')}>
          {filterInput(filter) === null
            ? t('needs:queue.emptyAbout')
            : t('needs:queue.emptyFiltered')}
        </Empty>
      }
    >
      {id !== null && <NeedDetail key={id} needId={id} panel={panel} show={setPanel} />}
    </SplitList>
  );
}
