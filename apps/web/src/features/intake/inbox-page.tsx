import './intake.css';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { usePages, type Connection } from '../../api/use-pages';
import { useRead } from '../../api/use-read';
import { presentLanguage } from '../../i18n/i18n';
import { useMe } from '../../session/session';
import { useKeys } from '../../ui/keys';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { BulkBar } from './bulk-bar';
import { Card } from './card';
import { ClaimTaxonomyDocument, InboxCountsDocument, IntakeInboxDocument } from './inbox.documents';
import {
  EMPTY_FILTER,
  InboxFilters,
  filterInput,
  statesOf,
  type InboxFilter,
} from './inbox-filters';
import { InboxRow, type InboxRequest } from './inbox-row';
import { useSelection } from './selection';

/** Requests in one page of the interface; it allows no more. */
const PAGE = 50;
/** Cards before the end of what is here at which more are asked for. */
const AHEAD = 5;
const NOTHING: Connection<InboxRequest> = {
  edges: [],
  pageInfo: { endCursor: null, hasNextPage: false },
};

/** The screening desk: one card at a time, and the next one by itself. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const me = useMe();
  const [filter, setFilter] = useState<InboxFilter>(EMPTY_FILTER);
  const [assigneeId, setAssigneeId] = useState<string | null>(null);
  const pages = usePages({
    document: IntakeInboxDocument,
    variables: (after) => ({
      input: { first: PAGE, after, orderBy: filter.order, filter: filterInput(filter, me.id) },
    }),
    pick: ({ intakeInbox }) => (isRefusal(intakeInbox) ? NOTHING : intakeInbox.requests),
    topics: ['intake'],
  });
  const counting = useRead(InboxCountsDocument, { input: { first: 1 } }, { topics: ['intake'] });
  const counts = useMemo(() => {
    const inbox = counting.data?.intakeInbox;
    const all = inbox === undefined || isRefusal(inbox) ? [] : inbox.counts;
    return new Map(all.map(({ state, count }) => [state, count]));
  }, [counting.data]);
  const { groups, types, labelOf } = useClaims();

  const { nodes, hasMore, loadMore } = pages;
  const index = nodes.findIndex((request) => request.id === id);
  useEffect(() => {
    if (hasMore && index >= nodes.length - AHEAD) loadMore();
  }, [hasMore, index, nodes.length, loadMore]);
  const go = (request: InboxRequest | undefined): void =>
    void navigate(request === undefined ? '/inbox' : `/inbox/${request.id}`);
  const step = (by: number): void => {
    const next = id === null ? undefined : nodes[index + by];
    if (next !== undefined) go(next);
  };
  const refresh = (): void => {
    pages.refresh();
    counting.refresh();
  };
  const { selected, toggle, clear } = useSelection(nodes, id);
  useKeys({ j: () => step(1), k: () => step(-1) });

  const total = statesOf(filter.view).reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const isCounted =
    index >= 0 &&
    !filter.isMine &&
    !filter.maybeDuplicate &&
    !filter.hasProposedChange &&
    filter.group === '';
  return (
    <div className="inbox">
      <SplitList
        label={t('intake:inbox.title')}
        pages={pages}
        path="/inbox"
        openId={id}
        head={
          <>
            <InboxFilters filter={filter} change={setFilter} groups={groups} counts={counts} />
            <BulkBar selected={selected} clear={clear} changed={refresh} />
          </>
        }
        row={(request) => (
          <InboxRow
            request={request}
            labelOf={labelOf}
            isSelected={selected.has(request.id)}
            toggle={() => toggle(request.id)}
          />
        )}
        empty={
          <Empty title={t('intake:inbox.empty')}>
            {filter === EMPTY_FILTER
              ? t('intake:inbox.emptyAbout')
              : t('intake:inbox.emptyFiltered')}
          </Empty>
        }
      >
        {id !== null && (
          <Card
            key={id}
            requestId={id}
            request={nodes[index] ?? null}
            place={
              isCounted
                ? t('intake:inbox.place', { place: index + 1, total: Math.max(total, index + 1) })
                : null
            }
            moveOn={() => {
              go(nodes[index + 1] ?? nodes[index - 1]);
              refresh();
            }}
            labelOf={labelOf}
            types={types}
            assigneeId={assigneeId}
            setAssigneeId={setAssigneeId}
          />
        )}
      </SplitList>
    </div>
  );
}

function useClaims() {
  const { data } = useRead(ClaimTaxonomyDocument, { input: { language: presentLanguage() } });
  return useMemo(() => {
    const types = data?.needTaxonomy.types ?? [];
    const labels = new Map(types.map(({ code, label }) => [code, label]));
    const labelOf = (code: string): string => labels.get(code) ?? code;
    return { groups: data?.needTaxonomy.groups ?? [], types, labelOf };
  }, [data]);
}
