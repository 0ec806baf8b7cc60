import { Button, Chip, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { useKeys } from '../../ui/keys';
import { QueueCounts } from './queue-counts';
import {
  EMPTY_FILTERS,
  filterInput,
  isUrgentOnly,
  ORDERS,
  URGENT,
  type QueueFilter,
} from './queue-filter';
import { ViewsMenu } from './views-menu';

const SWITCHES = ['mine', 'unassigned', 'overdue', 'waitingForFunds'] as const;

/** Numbers and filters above the queue; `/` goes to the search, Esc comes back from it. */
export function QueueFilters({
  filter,
  change,
  count,
  hasMore,
}: {
  readonly filter: QueueFilter;
  readonly change: (filter: QueueFilter) => void;
  readonly count: number;
  readonly hasMore: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { choices } = useCountryCodes();
  const search = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => search.current?.focus() });
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') search.current?.blur();
  };
  const isFiltered = filterInput(filter) !== null;
  return (
    <div className="list-head">
      <QueueCounts />
      {isFiltered && (
        <Text size="sm" c="dimmed" role="status">
          {t(hasMore ? 'needs:queue.fitMore' : 'needs:queue.fit', { count })}
        </Text>
      )}
      <Group gap={6}>
        <Chip
          size="xs"
          checked={isUrgentOnly(filter)}
          onChange={(checked) => change({ ...filter, priorities: checked ? URGENT : [] })}
        >
          {t('needs:filter.urgent')}
        </Chip>
        {SWITCHES.map((name) => (
          <Chip
            key={name}
            size="xs"
            checked={filter[name]}
            onChange={(checked) => change({ ...filter, [name]: checked })}
          >
            {t(`needs:filter.${name}`)}
          </Chip>
        ))}
      </Group>
      <NativeSelect
        size="xs"
        aria-label={t('needs:filter.region')}
        value={filter.region}
        onChange={(event) => change({ ...filter, region: event.currentTarget.value })}
        data={[{ value: '', label: t('needs:filter.anyRegion') }, ...choices('regions')]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('needs:filter.group')}
        value={filter.groups[0] ?? ''}
        onChange={(event) => {
          const group = event.currentTarget.value;
          change({ ...filter, groups: group === '' ? [] : [group] });
        }}
        data={[{ value: '', label: t('needs:filter.anyGroup') }, ...choices('needGroups')]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('needs:filter.order')}
        value={filter.order}
        onChange={(event) => {
          const order = ORDERS.find((each) => each === event.currentTarget.value) ?? 'SCORE';
          change({ ...filter, order });
        }}
        data={ORDERS.map((value) => ({ value, label: t(`needs:order.${value}`) }))}
      />
      <TextInput
        ref={search}
        size="xs"
        aria-label={t('needs:filter.codename')}
        placeholder={t('needs:filter.codename')}
        rightSection={<kbd>/</kbd>}
        value={filter.codename}
        onKeyDown={leave}
        onChange={(event) =>
          change({ ...filter, codename: event.currentTarget.value.toUpperCase() })
        }
      />
      <ViewsMenu filter={filter} change={change} />
      {isFiltered && (
        <Button size="compact-xs" variant="subtle" onClick={() => change(EMPTY_FILTERS)}>
          {t('needs:filter.clear')}
        </Button>
      )}
      <Text size="xs" c="dimmed" className="queue-keys">
        {t('needs:queue.keys')}
      </Text>
    </div>
  );
}
