import { Button, Chip, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../ui/keys';
import type { NeedQueueFilterInput, NeedQueueOrder } from './queue.documents';

export interface QueueFilter {
  readonly codename: string;
  readonly isMine: boolean;
  readonly isUrgent: boolean;
  readonly isOverdue: boolean;
  readonly isWaitingForFunds: boolean;
  readonly group: string;
  readonly order: NeedQueueOrder;
}

export const EMPTY_FILTERS: QueueFilter = {
  codename: '',
  isMine: false,
  isUrgent: false,
  isOverdue: false,
  isWaitingForFunds: false,
  group: '',
  order: 'SCORE',
};

const ORDERS = ['SCORE', 'CLOCK', 'DUE_DAY', 'OLDEST'] as const satisfies readonly NeedQueueOrder[];
const SWITCHES = ['isMine', 'isUrgent', 'isOverdue', 'isWaitingForFunds'] as const;

/** The filter as the interface takes it; null where nothing is filtered. */
export function filterInput(filter: QueueFilter): NeedQueueFilterInput | null {
  const input: NeedQueueFilterInput = {
    ...(filter.codename === '' ? {} : { codename: filter.codename }),
    ...(filter.isMine ? { mine: true } : {}),
    ...(filter.isUrgent ? { priorities: ['P0', 'P1'] } : {}),
    ...(filter.isOverdue ? { overdue: true } : {}),
    ...(filter.isWaitingForFunds ? { waitingForFunds: true } : {}),
    ...(filter.group === '' ? {} : { groups: [filter.group] }),
  };
  return Object.keys(input).length === 0 ? null : input;
}

/** Filters above the queue; `/` goes to the search. */
export function QueueFilters({
  filter,
  change,
  groups,
  count,
  hasMore,
}: {
  readonly filter: QueueFilter;
  readonly change: (filter: QueueFilter) => void;
  readonly groups: readonly { readonly code: string; readonly label: string }[];
  readonly count: number;
  readonly hasMore: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const search = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => search.current?.focus() });
  return (
    <div className="list-head">
      <Text size="sm" fw={600} role="status">
        {t(hasMore ? 'needs:queue.countMore' : 'needs:queue.count', { count })}
      </Text>
      <Group gap={6}>
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
        aria-label={t('needs:filter.group')}
        value={filter.group}
        onChange={(event) => change({ ...filter, group: event.currentTarget.value })}
        data={[
          { value: '', label: t('needs:filter.anyGroup') },
          ...groups.map(({ code, label }) => ({ value: code, label })),
        ]}
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
        value={filter.codename}
        onChange={(event) =>
          change({ ...filter, codename: event.currentTarget.value.toUpperCase() })
        }
      />
      {filterInput(filter) !== null && (
        <Button size="compact-xs" variant="subtle" onClick={() => change(EMPTY_FILTERS)}>
          {t('needs:filter.clear')}
        </Button>
      )}
    </div>
  );
}
