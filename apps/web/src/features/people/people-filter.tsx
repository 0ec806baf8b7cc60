import { Button, Chip, Group, NativeSelect, TextInput } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../ui/keys';
import type { Colleague } from './use-colleagues';

export interface PeopleFilter {
  readonly name: string;
  readonly role: string;
  readonly standing: string;
  readonly isScreener: boolean;
}

export const EVERYBODY: PeopleFilter = { name: '', role: '', standing: '', isScreener: false };

const STANDINGS = ['ACTIVE', 'PROBATION', 'SUSPENDED'] as const;

/** The people that fit. */
export function fittingPeople(
  people: readonly Colleague[],
  { name, role, standing, isScreener }: PeopleFilter,
): readonly Colleague[] {
  return people.filter(
    (person) =>
      person.displayName.toLowerCase().includes(name.toLowerCase()) &&
      (role === '' || person.roles.some((each) => each === role)) &&
      (standing === '' || person.standing === standing) &&
      (!isScreener || person.screener),
  );
}

/** Filters above the people; `/` goes to the name. */
export function PeopleFilters({
  people,
  filter,
  change,
}: {
  readonly people: readonly Colleague[];
  readonly filter: PeopleFilter;
  readonly change: (filter: PeopleFilter) => void;
}): ReactNode {
  const { t } = useTranslation();
  const search = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => search.current?.focus() });
  const roles = [...new Set(people.flatMap((person) => person.roles))].toSorted();
  return (
    <Group gap="xs" mb="xs">
      <TextInput
        ref={search}
        size="xs"
        aria-label={t('people:filter.name')}
        placeholder={t('people:filter.name')}
        value={filter.name}
        onChange={(event) => change({ ...filter, name: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={t('people:filter.role')}
        value={filter.role}
        onChange={(event) => change({ ...filter, role: event.currentTarget.value })}
        data={[
          { value: '', label: t('people:filter.anyRole') },
          ...roles.map((value) => ({ value, label: t(`codes:role.${value}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('people:filter.standing')}
        value={filter.standing}
        onChange={(event) => change({ ...filter, standing: event.currentTarget.value })}
        data={[
          { value: '', label: t('people:filter.anyStanding') },
          ...STANDINGS.map((value) => ({ value, label: t(`people:standing.${value}`) })),
        ]}
      />
      <Chip
        size="xs"
        checked={filter.isScreener}
        onChange={(isScreener) => change({ ...filter, isScreener })}
      >
        {t('people:filter.isScreener')}
      </Chip>
      {filter !== EVERYBODY && (
        <Button size="compact-xs" variant="subtle" onClick={() => change(EVERYBODY)}>
          {t('people:filter.clear')}
        </Button>
      )}
    </Group>
  );
}
