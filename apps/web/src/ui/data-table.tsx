import './data-table.css';
import { UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { presentLanguage } from '../i18n/i18n';
import { downloadCsv } from './csv';
import { useHiddenColumns } from './hidden-columns';
import { filterRows, nextOrder, sortRows, type Column, type Order } from './table-rows';
import { TableTools } from './table-tools';

export type { Column } from './table-rows';

interface DataTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Offers an export under this name; nothing personal in it. */
  readonly fileName?: string;
  /** The row that is open beside the table. */
  readonly openKey?: string | null;
  /** A heading outside says the same: the caption is for those who hear the table. */
  readonly isCaptionHidden?: boolean;
}

/**
 * A table for a few hundred rows that are all there: sorted by a press on a title, narrowed by words, with the columns
 * that somebody chose; what is shown can be taken along as CSV or on paper. On a phone each row is a card.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, rows, columns, rowKey, fileName, openKey = null } = props;
  const [order, setOrder] = useState<Order | null>(null);
  const [filter, setFilter] = useState('');
  const { hidden, toggle } = useHiddenColumns(columns.map(({ key }) => key));
  const shownColumns = columns.filter(({ key }) => !hidden.includes(key));
  const shown = sortRows(filterRows(rows, columns, filter), columns, order, presentLanguage());
  const download = (): void => {
    const taken = shownColumns.filter(({ isControl = false }) => !isControl);
    if (fileName !== undefined) downloadCsv(fileName, taken, shown);
  };
  return (
    <div className="table-frame">
      {rows.length > 0 && (
        <TableTools
          caption={caption}
          count={rows.length}
          shown={shown}
          columns={columns}
          filter={filter}
          setFilter={setFilter}
          order={order}
          setOrder={setOrder}
          hidden={hidden}
          toggle={toggle}
          download={fileName === undefined ? null : download}
        />
      )}
      <div className="table-scroll">
        {/* The roles are said aloud because the cards of a phone are no table to the browser. */}
        <table className="data-table" role="table">
          <caption data-hidden={props.isCaptionHidden ?? false}>{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {shownColumns.map((column) => (
                <Head
                  key={column.key}
                  column={column}
                  rows={shown}
                  order={order}
                  press={() => setOrder(nextOrder(order, column.key))}
                />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row) => (
              <tr key={rowKey(row)} role="row" data-open={openKey === rowKey(row)}>
                {shownColumns.map(({ key, title, value, cell, text, ...column }) => (
                  <td
                    key={key}
                    role="cell"
                    data-title={column.isControl === true ? undefined : title}
                    className={column.isNumber === true ? 'number' : undefined}
                  >
                    {cell === undefined ? (text?.(row) ?? value(row)) : cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <Foot columns={shownColumns} rows={shown} />
        </table>
      </div>
    </div>
  );
}

function Head<Row>({
  column,
  rows,
  order,
  press,
}: {
  readonly column: Column<Row>;
  readonly rows: readonly Row[];
  readonly order: Order | null;
  readonly press: () => void;
}): ReactNode {
  const { key, title, head, isNumber = false, isControl = false } = column;
  if (isControl) {
    return (
      <th scope="col" role="columnheader">
        {head === undefined ? title : head(rows)}
      </th>
    );
  }
  const direction = order?.key === key ? (order.isDown ? 'descending' : 'ascending') : 'none';
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={direction}
      className={isNumber ? 'number' : undefined}
    >
      <UnstyledButton className="sort" onClick={press}>
        {title}
        <span aria-hidden>
          {direction === 'none' ? '' : direction === 'ascending' ? ' ↑' : ' ↓'}
        </span>
      </UnstyledButton>
    </th>
  );
}

function Foot<Row>({
  columns,
  rows,
}: {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}): ReactNode {
  const { t } = useTranslation();
  if (rows.length < 2 || columns.every(({ foot }) => foot === undefined)) return null;
  const place = columns.findIndex(({ isControl = false }) => !isControl);
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        {columns.map(({ key, title, foot, isNumber = false }, index) => (
          <td
            key={key}
            role="cell"
            data-title={title}
            data-empty={foot === undefined && index !== place}
            className={isNumber ? 'number' : undefined}
          >
            {foot?.(rows) ?? (index === place ? t('ui:table.sum') : null)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
