import { useVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Pages } from '../api/use-pages';
import { useKeys } from './keys';
import { Failed, Waiting } from './states';

/** Pixels of a row; the style sheet says the same. */
const ROW = { desk: 41, phone: 64 } as const;
const PHONE = '(max-width: 61.99em)';
/** Rows before the end at which the next page is asked for. */
const AHEAD = 10;

interface SplitListProps<Node extends { readonly id: string }> {
  /** What the list is, for those who hear it. */
  readonly label: string;
  readonly pages: Pages<Node>;
  /** Path of the list, without a final slash; a row's page is below it. */
  readonly path: string;
  /** The row that is open beside the list. */
  readonly openId: string | null;
  readonly row: (node: Node) => ReactNode;
  /** Shown in place of rows where there are none. */
  readonly empty: ReactNode;
  /** Rows have two lines while something is open beside them, because one has no room. */
  readonly isTwoLined?: boolean;
  /** Filters and counts above the rows. */
  readonly head?: ReactNode;
  /** What is open; null shows the list alone. */
  readonly children: ReactNode;
}

/**
 * A list with what is open beside it; on a phone one or the other. j and k move, Enter opens, Esc closes and goes back
 * to exactly where one was.
 */
export function SplitList<Node extends { readonly id: string }>(
  props: SplitListProps<Node>,
): ReactNode {
  const { path, openId, children, head, pages, empty } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  useKeys({ Escape: () => openId !== null && void navigate(path) });
  return (
    <div
      className="split"
      data-open={openId !== null}
      data-two-lined={openId !== null && props.isTwoLined === true}
    >
      <section className="split-list" aria-label={props.label}>
        {head}
        {pages.failure !== null && <Failed failure={pages.failure} retry={pages.refresh} />}
        {pages.nodes.length > 0 ? (
          <Rows {...props} />
        ) : pages.isLoading ? (
          <Waiting />
        ) : (
          pages.failure === null && empty
        )}
      </section>
      {openId !== null && (
        <section className="split-detail" aria-label={t('ui:opened')}>
          <Link to={path} className="back">
            {t('ui:back')}
          </Link>
          {children}
        </section>
      )}
    </div>
  );
}

function Rows<Node extends { readonly id: string }>({
  pages,
  path,
  openId,
  row,
  isTwoLined = false,
}: SplitListProps<Node>): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const { nodes, hasMore, loadMore } = pages;
  const isHigh = matchMedia(PHONE).matches || (isTwoLined && openId !== null);
  const height = isHigh ? ROW.phone : ROW.desk;
  const rows = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
  });
  useLayoutEffect(() => {
    rows.measure();
    const open = nodes.findIndex(({ id }) => id === openId);
    if (open >= 0) rows.scrollToIndex(open);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only where the height of all rows changes
  }, [height]);
  const shown = rows.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastShown >= nodes.length - AHEAD) loadMore();
  }, [hasMore, lastShown, nodes.length, loadMore]);

  const focusRow = (index: number): void => {
    if (index < 0 || index >= nodes.length) return;
    const find = (): HTMLElement | null | undefined =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${String(index)}"]`);
    const row = find();
    rows.scrollToIndex(index);
    // A row that is drawn has the focus at once: Enter may follow in the same breath.
    if (row == null) requestAnimationFrame(() => find()?.focus());
    else row.focus({ preventScroll: true });
  };
  const present = (): number => {
    const focused = document.activeElement?.getAttribute('data-index');
    return focused == null ? nodes.findIndex(({ id }) => id === openId) : Number(focused);
  };
  const openBefore = useRef(openId);
  useEffect(() => {
    const left = openBefore.current;
    openBefore.current = openId;
    // Back from what was open: j and k go on from its row, also where the focus had gone elsewhere meanwhile.
    if (left === null || openId !== null || scroller.current?.contains(document.activeElement))
      return;
    focusRow(nodes.findIndex(({ id }) => id === left));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once per way back, not per change of the list
  }, [openId]);
  useKeys({ j: () => focusRow(present() + 1), k: () => focusRow(Math.max(present() - 1, 0)) });
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') focusRow(present() + 1);
    else if (event.key === 'ArrowUp') focusRow(present() - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={scroller} className="rows" onKeyDown={press}>
      <ul style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const node = nodes[index];
          if (node === undefined) return null;
          const isOpen = node.id === openId;
          return <Line key={node.id} {...{ node, path, row, index, start, isOpen }} />;
        })}
      </ul>
    </div>
  );
}

interface LineProps<Node extends { readonly id: string }> {
  readonly node: Node;
  readonly path: string;
  readonly row: (node: Node) => ReactNode;
  /** Place in the list, and how far below its head (pixels). */
  readonly index: number;
  readonly start: number;
  readonly isOpen: boolean;
}

function LineOnce<Node extends { readonly id: string }>(props: LineProps<Node>): ReactNode {
  const { node, path, row, index, start, isOpen } = props;
  return (
    <li style={{ transform: `translateY(${String(start)}px)` }}>
      <Link
        to={`${path}/${node.id}`}
        className="row"
        data-index={index}
        aria-current={isOpen ? 'true' : undefined}
      >
        {row(node)}
      </Link>
    </li>
  );
}

/** Drawn anew when it changes, not with every line that comes into sight below it. */
const Line = memo(LineOnce) as typeof LineOnce;
