import { Button, Checkbox, NativeSelect, Popover, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Order } from './table-rows';

/** From so many rows on a filter is worth its place. */
const FILTER_FROM = 8;
/** From so many columns on a choice is. */
const CHOICE_FROM = 4;

interface ToolsProps<Row> {
  readonly caption: string;
  readonly count: number;
  readonly shown: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly filter: string;
  readonly setFilter: (filter: string) => void;
  readonly order: Order | null;
  readonly setOrder: (order: Order | null) => void;
  readonly hidden: readonly string[];
  readonly toggle: (key: string) => void;
  /** Null where the table is not to be taken along. */
  readonly download: (() => void) | null;
}

/** What can be done with a table: narrow it, choose its columns, take it along. */
export function TableTools<Row>(props: ToolsProps<Row>): ReactNode {
  const { t } = useTranslation();
  const { caption, count, shown, columns, filter, setFilter, order, setOrder, download } = props;
  const choice = columns.filter(({ isControl = false }) => !isControl);
  const hasFilter = count >= FILTER_FROM || filter !== '';
  return (
    <div className="table-tools">
      {hasFilter && (
        <TextInput
          size="xs"
          aria-label={t('ui:table.filterOf', { caption })}
          placeholder={t('ui:table.filter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || filter === '') return;
            event.stopPropagation();
            setFilter('');
          }}
        />
      )}
      <span className="quiet" role="status">
        {filter !== '' && t('ui:table.shown', { shown: shown.length, count })}
      </span>
      {/* A phone draws no heads of columns; what they hold to be pressed stands here. */}
      {columns.map(
        ({ key, title, head }) =>
          head !== undefined && (
            <span key={key} className="table-order">
              {head(shown)} {title}
            </span>
          ),
      )}
      <NativeSelect
        size="xs"
        className="table-order"
        aria-label={t('ui:table.orderOf', { caption })}
        value={order === null ? '' : `${order.isDown ? '-' : '+'}${order.key}`}
        onChange={({ currentTarget: { value } }) =>
          setOrder(value === '' ? null : { key: value.slice(1), isDown: value.startsWith('-') })
        }
        data={[
          { value: '', label: t('ui:table.order') },
          ...choice.flatMap(({ key, title }) => [
            { value: `+${key}`, label: `${title} ↑` },
            { value: `-${key}`, label: `${title} ↓` },
          ]),
        ]}
      />
      {choice.length >= CHOICE_FROM && <ColumnChoice {...props} columns={choice} />}
      {download !== null && (
        <>
          <Button size="compact-xs" variant="subtle" onClick={() => print()}>
            {t('ui:table.print')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={download}>
            {t('ui:export')}
          </Button>
        </>
      )}
    </div>
  );
}

function ColumnChoice<Row>({ columns, hidden, toggle }: ToolsProps<Row>): ReactNode {
  const { t } = useTranslation();
  return (
    <Popover trapFocus returnFocus position="bottom-end" withinPortal={false}>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle">
          {hidden.length === 0
            ? t('ui:table.columns')
            : t('ui:table.columnsHidden', { hidden: hidden.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('ui:table.columns')}>
        <Stack gap="xs">
          {columns.map(({ key, title }) => {
            const isShown = !hidden.includes(key);
            return (
              <Checkbox
                key={key}
                size="xs"
                label={title}
                checked={isShown}
                // One column stays, or there would be nothing to look at.
                disabled={isShown && hidden.length === columns.length - 1}
                onChange={() => toggle(key)}
              />
            );
          })}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
