import { Button, Chip, Group, NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UNDECIDED } from './decisions';
import type { IntakeInboxFilterInput, IntakeInboxOrder, IntakeState } from './inbox.documents';

/** All that waits, or one state. */
const VIEWS = ['OPEN', ...UNDECIDED, 'ACCEPTED', 'DECLINED', 'MERGED'] as const;
const ORDERS = ['RECEIVED', 'URGENCY'] as const satisfies readonly IntakeInboxOrder[];
const SWITCHES = ['isMine', 'maybeDuplicate', 'hasProposedChange'] as const;

export interface InboxFilter {
  readonly view: 'OPEN' | IntakeState;
  readonly isMine: boolean;
  readonly maybeDuplicate: boolean;
  readonly hasProposedChange: boolean;
  readonly group: string;
  readonly order: IntakeInboxOrder;
}

export const EMPTY_FILTER: InboxFilter = {
  view: 'OPEN',
  isMine: false,
  maybeDuplicate: false,
  hasProposedChange: false,
  group: '',
  order: 'URGENCY',
};

/** States of a view. */
export function statesOf(view: InboxFilter['view']): readonly IntakeState[] {
  return view === 'OPEN' ? UNDECIDED : [view];
}

/** The filter as the interface takes it. @param me whose cards are mine */
export function filterInput(filter: InboxFilter, me: string): IntakeInboxFilterInput {
  return {
    states: statesOf(filter.view),
    ...(filter.isMine ? { screenerId: me } : {}),
    ...(filter.maybeDuplicate ? { maybeDuplicate: true } : {}),
    ...(filter.hasProposedChange ? { hasProposedChange: true } : {}),
    ...(filter.group === '' ? {} : { needGroup: filter.group }),
  };
}

/** Which cards, in which order; and the ways to the export and the keys. */
export function InboxFilters({
  filter,
  change,
  groups,
  counts,
}: {
  readonly filter: InboxFilter;
  readonly change: (filter: InboxFilter) => void;
  readonly groups: readonly { readonly code: string; readonly label: string }[];
  readonly counts: ReadonlyMap<string, number>;
}): ReactNode {
  const { t } = useTranslation();
  const countOf = (view: InboxFilter['view']): number =>
    statesOf(view).reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  return (
    <div className="list-head">
      <Text size="sm" fw={600} role="status">
        {t('intake:inbox.count', { count: countOf(filter.view) })}
      </Text>
      <NativeSelect
        size="xs"
        aria-label={t('intake:filter.view')}
        value={filter.view}
        onChange={(event) => {
          const view = VIEWS.find((each) => each === event.currentTarget.value) ?? 'OPEN';
          change({ ...filter, view });
        }}
        data={VIEWS.map((view) => ({
          value: view,
          label: `${t(`intake:state.${view}`)} (${String(countOf(view))})`,
        }))}
      />
      <NativeSelect
        size="xs"
        aria-label={t('intake:filter.order')}
        value={filter.order}
        onChange={(event) => {
          const order = ORDERS.find((each) => each === event.currentTarget.value) ?? 'URGENCY';
          change({ ...filter, order });
        }}
        data={ORDERS.map((order) => ({ value: order, label: t(`intake:order.${order}`) }))}
      />
      <NativeSelect
        size="xs"
        className="inbox-kind"
        aria-label={t('intake:filter.group')}
        value={filter.group}
        onChange={(event) => change({ ...filter, group: event.currentTarget.value })}
        data={[
          { value: '', label: t('intake:filter.anyGroup') },
          ...groups.map(({ code, label }) => ({ value: code, label })),
        ]}
      />
      <Group gap={6} className="inbox-chips">
        {SWITCHES.map((name) => (
          <Chip
            key={name}
            size="xs"
            checked={filter[name]}
            onChange={(checked) => change({ ...filter, [name]: checked })}
          >
            {t(`intake:filter.${name}`)}
          </Chip>
        ))}
      </Group>
      <Group gap={6} className="inbox-ways">
        <Button size="compact-xs" variant="subtle" component={Link} to="/inbox-import">
          {t('intake:import.title')}
        </Button>
        <Button size="compact-xs" variant="subtle" component={Link} to="/inbox-keys">
          {t('intake:keys.title')}
        </Button>
      </Group>
    </div>
  );
}
