import { Button, Chip, Group, NativeSelect, TextInput } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../ui/keys';
import { FIRST_FILTER, KINDS, PERIODS, PURPOSES, type LogFilter } from './filter';
import type { DisclosureUsualQuery } from './oversight.documents';
import { purposeText } from './purpose';

type Person = DisclosureUsualQuery['disclosureUsual']['people'][number]['person'];

/** Filters above the log; `/` goes to the codename. */
export function LogFilters({
  people,
  filter,
  change,
}: {
  /** Who opened something lately. */
  readonly people: readonly { readonly person: Person }[];
  readonly filter: LogFilter;
  readonly change: (filter: LogFilter) => void;
}): ReactNode {
  const { t } = useTranslation();
  const search = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => search.current?.focus() });
  return (
    <Group gap="xs" mb="xs">
      <Chip.Group
        value={filter.period}
        onChange={(value) => {
          const period = PERIODS.find((each) => each === value) ?? FIRST_FILTER.period;
          change({ ...filter, period });
        }}
      >
        <Group gap={6} role="group" aria-label={t('disclosure:filter.period')}>
          {PERIODS.map((period) => (
            <Chip key={period} size="xs" value={period}>
              {t(`disclosure:period.${period}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <NativeSelect
        size="xs"
        aria-label={t('disclosure:filter.person')}
        value={filter.personId}
        onChange={(event) => change({ ...filter, personId: event.currentTarget.value })}
        data={[
          { value: '', label: t('disclosure:filter.anybody') },
          ...people.flatMap(({ person }) =>
            person === null ? [] : [{ value: person.id, label: person.displayName }],
          ),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('disclosure:filter.purpose')}
        value={filter.purpose}
        onChange={(event) => change({ ...filter, purpose: event.currentTarget.value })}
        data={[
          { value: '', label: t('disclosure:filter.anyPurpose') },
          ...PURPOSES.map((value) => ({ value, label: purposeText(value) })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('disclosure:filter.kind')}
        value={filter.kind}
        onChange={(event) => change({ ...filter, kind: event.currentTarget.value })}
        data={[
          { value: '', label: t('disclosure:filter.anyKind') },
          ...KINDS.map((value) => ({ value, label: t(`disclosure:kind.${value}`) })),
        ]}
      />
      <TextInput
        ref={search}
        size="xs"
        aria-label={t('disclosure:filter.codename')}
        placeholder={t('disclosure:filter.codename')}
        value={filter.codename}
        onChange={(event) =>
          change({ ...filter, codename: event.currentTarget.value.toUpperCase() })
        }
      />
      {filter !== FIRST_FILTER && (
        <Button size="compact-xs" variant="subtle" onClick={() => change(FIRST_FILTER)}>
          {t('disclosure:filter.clear')}
        </Button>
      )}
    </Group>
  );
}
