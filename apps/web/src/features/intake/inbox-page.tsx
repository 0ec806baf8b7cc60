import './intake.css';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { usePages, type Connection } from '../../api/use-pages';
import { useRead } from '../../api/use-read';
import { useCountryCodes } from '../../codes/country-codes';
import { useMe } from '../../session/session';
import { useKeys } from '../../ui/keys';
import { doLater } from '../../ui/do-later';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { BulkBar } from './bulk-bar';
import { Card } from './card';
import { useCards } from './cards-ahead';
import { InboxCountsDocument, IntakeInboxDocument } from './inbox.documents';
import {
  EMPTY_FILTER,
  InboxFilters,
  filterInput,
  statesOf,
  type InboxFilter,
} from './inbox-filters';
import { KeyNote } from './key-note';
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
  const { entries, wordOf } = useCountryCodes();
  const labelOf = (code: string): string => wordOf('needKinds', code);

  // What I decided leaves the list a moment later; I am past it at once, and it counts as seen.
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const { hasMore, loadMore } = pages;
  const nodes = useMemo(
    () => pages.nodes.filter((request) => !decided.has(request.id) || request.id === id),
    [pages.nodes, decided, id],
  );
  const leaving = pages.nodes.length - nodes.length;
  const index = nodes.findIndex((request) => request.id === id);
  useEffect(() => {
    if (hasMore && index >= nodes.length - AHEAD) loadMore();
  }, [hasMore, index, nodes.length, loadMore]);
  const go = (request: InboxRequest | undefined): void =>
    void navigate(request === undefined ? '/inbox' : `/inbox/${request.id}`);
  // A card that was decided leaves the list, sometimes before its answer is here: the next one stands in its place.
  const place = useRef(0);
  if (index >= 0) place.current = index;
  const next = nodes[index < 0 ? place.current : index + 1];
  const before = nodes[place.current - 1];
  const step = (there: InboxRequest | undefined): void => {
    if (id !== null && there !== undefined) go(there);
  };
  const refresh = (): void => {
    pages.refresh();
    counting.refresh();
  };
  const moveOn = (): void => {
    if (id === null) return;
    setDecided((all) => new Set(all).add(id));
    go(next ?? before);
    refresh();
  };
  const comeBack = (requestId: string, isTakenBack: boolean): void => {
    setDecided((all) => new Set([...all].filter((each) => each !== requestId)));
    if (isTakenBack) void navigate(`/inbox/${requestId}`);
    refresh();
  };
  const cards = useCards();
  const { selected, toggle, clear, mark } = useSelection(nodes, id);
  useKeys({ j: () => step(next), k: () => step(before) });

  const inList = statesOf(filter.view).reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const total = decided.size + Math.max(inList - leaving, index + 1);
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
        isTwoLined
        openId={id}
        head={
          <>
            <InboxFilters
              filter={filter}
              change={(chosen) => {
                setFilter(chosen);
                setDecided(new Set());
              }}
              groups={entries('needGroups')}
              counts={counts}
            />
            <KeyNote changed={refresh} />
            <BulkBar selected={selected} clear={clear} mark={mark} changed={refresh} />
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
              isCounted ? t('intake:inbox.place', { place: decided.size + index + 1, total }) : null
            }
            cards={cards}
            prepareNext={() => {
              if (next !== undefined) cards.prepare(next.id);
            }}
            moveOn={moveOn}
            decideLater={(decision) => {
              moveOn();
              const { done } = decision;
              doLater({
                ...decision,
                done: (answer) => {
                  refresh();
                  return done?.(answer) ?? null;
                },
                undone: (isTakenBack) => comeBack(id, isTakenBack),
              });
            }}
            labelOf={labelOf}
            types={entries('needKinds')}
            assigneeId={assigneeId}
            setAssigneeId={setAssigneeId}
          />
        )}
      </SplitList>
    </div>
  );
}
