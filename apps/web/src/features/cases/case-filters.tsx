import { Button, Chip, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCountryCodes } from '../../codes/country-codes';
import { useMe } from '../../session/session';
import { useKeys } from '../../ui/keys';
import type { CaseListInput, CaseListOrder } from './case-list.documents';
import { LIVE_STATES, OVER_STATES } from './codes';
import { addDays } from './days';
import { useMay } from '../../ui/may';

export interface CaseFilter {
  readonly codename: string;
  /** `LIVE`, `OVER` or one state. */
  readonly state: string;
  readonly region: string;
  readonly isDueSoon: boolean;
  readonly isMine: boolean;
  readonly isUnassigned: boolean;
  readonly isSilent: boolean;
  readonly isAwaiting: boolean;
  readonly isUnplanned: boolean;
  readonly order: CaseListOrder;
}

export const EMPTY_FILTER: CaseFilter = {
  codename: '',
  state: 'LIVE',
  region: '',
  isDueSoon: false,
  isMine: false,
  isUnassigned: false,
  isSilent: false,
  isAwaiting: false,
  isUnplanned: false,
  order: 'NEXT_STEP',
};

const ORDERS = ['NEXT_STEP', 'CODENAME'] as const satisfies readonly CaseListOrder[];
const ALL_STATES = [...LIVE_STATES, ...OVER_STATES];
/** Days ahead that count as soon. */
const SOON_DAYS = 7;

/** The filter as the interface takes it. */
export function filterInput(filter: CaseFilter, today: string): CaseListInput {
  const one = ALL_STATES.find((state) => state === filter.state);
  const states = one !== undefined ? [one] : filter.state === 'OVER' ? OVER_STATES : LIVE_STATES;
  return {
    orderBy: filter.order,
    states,
    ...(filter.codename === '' ? {} : { codename: filter.codename }),
    ...(filter.region === '' ? {} : { region: filter.region }),
    ...(filter.isDueSoon ? { dueBy: addDays(today, SOON_DAYS) } : {}),
    ...(filter.isMine ? { mine: true } : {}),
    ...(filter.isUnassigned ? { unassigned: true } : {}),
    ...(filter.isSilent ? { contactOverdue: true } : {}),
    ...(filter.isAwaiting ? { awaitsAccess: true } : {}),
    ...(filter.isUnplanned ? { noNextStep: true } : {}),
  };
}

/** Filters above the cases; `/` goes to the search, `o` opens a new case. */
export function CaseFilters({
  filter,
  change,
  count,
  hasMore,
}: {
  readonly filter: CaseFilter;
  readonly change: (filter: CaseFilter) => void;
  readonly count: number;
  readonly hasMore: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const { roles } = useMe();
  const codes = useCountryCodes();
  const search = useRef<HTMLInputElement>(null);
  const mayOpen = may('openCase');
  const switches = ['isMine', 'isDueSoon', 'isSilent', 'isAwaiting', 'isUnplanned'] as const;
  const shown = roles.includes('COORDINATOR') ? ([...switches, 'isUnassigned'] as const) : switches;
  const open = (): void => void navigate('/open-case');
  useKeys({ '/': () => search.current?.focus(), ...(mayOpen ? { o: open } : {}) });
  return (
    <div className="list-head">
      <Text size="sm" fw={600} role="status">
        {t(hasMore ? 'cases:list.countMore' : 'cases:list.count', { count })}
      </Text>
      <Group gap={6}>
        {shown.map((name) => (
          <Chip
            key={name}
            size="xs"
            checked={filter[name]}
            onChange={(checked) => change({ ...filter, [name]: checked })}
          >
            {t(`cases:filter.${name}`)}
          </Chip>
        ))}
      </Group>
      <NativeSelect
        size="xs"
        aria-label={t('cases:filter.state')}
        value={filter.state}
        onChange={(event) => change({ ...filter, state: event.currentTarget.value })}
        data={[
          { value: 'LIVE', label: t('cases:filter.live') },
          ...ALL_STATES.map((value) => ({ value, label: t(`cases:state.${value}`) })),
          { value: 'OVER', label: t('cases:filter.over') },
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('cases:filter.region')}
        value={filter.region}
        onChange={(event) => change({ ...filter, region: event.currentTarget.value })}
        data={[{ value: '', label: t('cases:filter.anyRegion') }, ...codes.choices('regions')]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('cases:filter.order')}
        value={filter.order}
        onChange={(event) => {
          const order = ORDERS.find((each) => each === event.currentTarget.value) ?? 'NEXT_STEP';
          change({ ...filter, order });
        }}
        data={ORDERS.map((value) => ({ value, label: t(`cases:order.${value}`) }))}
      />
      <TextInput
        ref={search}
        size="xs"
        aria-label={t('cases:filter.codename')}
        placeholder={t('cases:filter.codename')}
        value={filter.codename}
        onChange={(event) =>
          change({ ...filter, codename: event.currentTarget.value.toUpperCase() })
        }
      />
      {filter !== EMPTY_FILTER && (
        <Button size="compact-xs" variant="subtle" onClick={() => change(EMPTY_FILTER)}>
          {t('cases:filter.clear')}
        </Button>
      )}
      {mayOpen && (
        <Button size="compact-sm" variant="default" onClick={open} rightSection={<kbd>o</kbd>}>
          {t('cases:list.open')}
        </Button>
      )}
    </div>
  );
}
