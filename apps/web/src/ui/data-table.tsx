import { Button, Group, Table, UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { presentLanguage } from '../i18n/i18n';
import { downloadCsv } from './csv';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** What is sorted by and exported. */
  readonly value: (row: Row) => string | number;
  /** What is shown; the value where it is left out. */
  readonly cell?: (row: Row) => ReactNode;
  /** Amounts and counts. */
  readonly isNumber?: boolean;
}

/** A table for a few hundred rows that are all there: sorted by a click on a title, exported as CSV. */
export function DataTable<Row>({
  caption,
  rows,
  columns,
  rowKey,
  fileName,
}: {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Offers an export under this name; nothing personal in it. */
  readonly fileName?: string;
}): ReactNode {
  const { t } = useTranslation();
  const [order, setOrder] = useState<{ readonly key: string; readonly isDown: boolean } | null>(
    null,
  );
  const sorted = sortRows(rows, columns, order);
  return (
    <div className="table-frame">
      {fileName !== undefined && rows.length > 0 && (
        <Group justify="end">
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => downloadCsv(fileName, columns, sorted)}
          >
            {t('ui:export')}
          </Button>
        </Group>
      )}
      <Table.ScrollContainer minWidth={480}>
        <Table captionSide="top">
          <Table.Caption>{caption}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ key, title, isNumber = false }) => {
                const direction =
                  order?.key === key ? (order.isDown ? 'descending' : 'ascending') : 'none';
                return (
                  <Table.Th
                    key={key}
                    aria-sort={direction}
                    className={isNumber ? 'number' : undefined}
                  >
                    <UnstyledButton
                      className="sort"
                      onClick={() => setOrder({ key, isDown: direction === 'ascending' })}
                    >
                      {title}
                      {direction === 'none' ? '' : direction === 'ascending' ? ' ↑' : ' ↓'}
                    </UnstyledButton>
                  </Table.Th>
                );
              })}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.map((row) => (
              <Table.Tr key={rowKey(row)}>
                {columns.map(({ key, value, cell, isNumber = false }) => (
                  <Table.Td key={key} className={isNumber ? 'number' : undefined}>
                    {cell === undefined ? value(row) : cell(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: { readonly key: string; readonly isDown: boolean } | null,
): readonly Row[] {
  const column = columns.find(({ key }) => key === order?.key);
  if (column === undefined || order === null) return rows;
  const collator = new Intl.Collator(presentLanguage(), { numeric: true });
  const sign = order.isDown ? -1 : 1;
  return rows.toSorted(
    (one, other) => sign * collator.compare(String(column.value(one)), String(column.value(other))),
  );
}
