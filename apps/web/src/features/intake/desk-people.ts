import { useMemo } from 'react';
import { useRead } from '../../api/use-read';
import { DeskPeopleDocument, type DeskPeopleQuery } from './inbox.documents';

export type DeskPerson = DeskPeopleQuery['colleagues']['edges'][number]['node'];

/** Colleagues in one page of the interface; it allows no more. */
const PAGE = 50;

interface DeskPeople {
  /** Those who may look at requests. */
  readonly screeners: readonly DeskPerson[];
  /** Those whom a case can be given to. */
  readonly caseworkers: readonly DeskPerson[];
  readonly nameOf: (id: string) => string | null;
}

/** The people of the desk, by what they can be given. */
export function useDeskPeople(isPaused = false): DeskPeople {
  const { data } = useRead(DeskPeopleDocument, { input: { first: PAGE } }, { isPaused });
  return useMemo(() => {
    const people = data?.colleagues.edges.map(({ node }) => node) ?? [];
    const active = people.filter(({ standing }) => standing !== 'SUSPENDED');
    return {
      screeners: active.filter(({ screener }) => screener),
      caseworkers: active.filter(({ roles }) => roles.includes('CASEWORKER')),
      nameOf: (id: string) => people.find((person) => person.id === id)?.displayName ?? null,
    };
  }, [data]);
}
