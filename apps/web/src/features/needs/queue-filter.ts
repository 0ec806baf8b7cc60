import { useCallback, useState } from 'react';
import { useApi } from '../../api/api-context';
import type { Api } from '../../api/client';
import type { NeedQueueFilterInput, NeedQueueOrder, NeedState } from './queue.documents';
import type { NeedViewsQuery } from './views.documents';

/** What the queue shows, in the terms of the interface; an empty list or text filters nothing. */
export interface QueueFilter {
  readonly codename: string;
  readonly states: readonly NeedState[];
  readonly priorities: readonly string[];
  readonly codes: readonly string[];
  readonly groups: readonly string[];
  readonly region: string;
  readonly mine: boolean;
  readonly unassigned: boolean;
  readonly overdue: boolean;
  readonly waitingForFunds: boolean;
  readonly order: NeedQueueOrder;
}

export type View = NeedViewsQuery['needViews'][number];

export const EMPTY_FILTERS: QueueFilter = {
  codename: '',
  states: [],
  priorities: [],
  codes: [],
  groups: [],
  region: '',
  mine: false,
  unassigned: false,
  overdue: false,
  waitingForFunds: false,
  order: 'SCORE',
};

/** Orders of the queue, the usual one first. */
export const ORDERS = [
  'SCORE',
  'CLOCK',
  'DUE_DAY',
  'OLDEST',
] as const satisfies readonly NeedQueueOrder[];

/** What is at risk of life and liberty, or nearly. */
export const URGENT: readonly string[] = ['P0', 'P1'];

/** Whether of all priorities exactly the urgent ones are shown. */
export function isUrgentOnly({ priorities }: Pick<QueueFilter, 'priorities'>): boolean {
  return priorities.toSorted().join() === URGENT.join();
}

/** The filter as the interface takes it, without what filters nothing; what a view keeps is all but the codename. */
export function codesInput(filter: QueueFilter): Omit<NeedQueueFilterInput, 'codename'> {
  const { states, priorities, codes, groups, region } = filter;
  return {
    ...(states.length > 0 ? { states: [...states] } : {}),
    ...(priorities.length > 0 ? { priorities: [...priorities] } : {}),
    ...(codes.length > 0 ? { codes: [...codes] } : {}),
    ...(groups.length > 0 ? { groups: [...groups] } : {}),
    ...(region === '' ? {} : { region }),
    ...(filter.mine ? { mine: true } : {}),
    ...(filter.unassigned ? { unassigned: true } : {}),
    ...(filter.overdue ? { overdue: true } : {}),
    ...(filter.waitingForFunds ? { waitingForFunds: true } : {}),
  };
}

/** The filter as the interface takes it; null where nothing is filtered. */
export function filterInput(filter: QueueFilter): NeedQueueFilterInput | null {
  const { codename } = filter;
  const input = { ...codesInput(filter), ...(codename === '' ? {} : { codename }) };
  return Object.keys(input).length === 0 ? null : input;
}

/** A stored view as the filter that it is. */
export function filterOfView(view: View): QueueFilter {
  return {
    ...EMPTY_FILTERS,
    states: view.states ?? [],
    priorities: view.priorities ?? [],
    codes: view.codes ?? [],
    groups: view.groups ?? [],
    region: view.region ?? '',
    mine: view.mine ?? false,
    unassigned: view.unassigned ?? false,
    overdue: view.overdue ?? false,
    waitingForFunds: view.waitingForFunds ?? false,
    order: view.orderBy,
  };
}

/** Whether two filters show the same in the same order, the codename aside. */
export function isSameView(one: QueueFilter, other: QueueFilter): boolean {
  const key = (filter: QueueFilter): string => {
    const { states, priorities, codes, groups, codename: _codename, ...rest } = filter;
    const lists = [states, priorities, codes, groups].map((codesOf) => codesOf.toSorted());
    return JSON.stringify([lists, Object.entries(rest).sort()]);
  };
  return key(one) === key(other);
}

/** Of each session, in memory alone: a codename belongs into no address and no storage. */
const kept = new WeakMap<Api, QueueFilter>();

/** The filter of this session, as it was when somebody went elsewhere; null until one was chosen. */
export function useKeptFilter(): readonly [QueueFilter | null, (filter: QueueFilter) => void] {
  const api = useApi();
  const [filter, setFilter] = useState(() => kept.get(api) ?? null);
  const change = useCallback(
    (next: QueueFilter) => {
      kept.set(api, next);
      setFilter(next);
    },
    [api],
  );
  return [filter, change];
}
