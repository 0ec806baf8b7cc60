import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseColleagues } from './colleagues';

/** One colleague who may work on cases. */
export function PersonSelect({
  label,
  value,
  change,
  except = [],
}: {
  readonly label: string;
  readonly value: string;
  readonly change: (personId: string) => void;
  /** People who are out of the question here. */
  readonly except?: readonly (string | undefined)[];
}): ReactNode {
  const { t } = useTranslation();
  const people = useCaseColleagues().filter(({ id }) => !except.includes(id));
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      data={[
        { value: '', label: t('cases:access.choose') },
        ...people.map(({ id, displayName, standing }) => ({
          value: id,
          label:
            standing === 'ACTIVE'
              ? displayName
              : t('cases:access.newcomer', { person: displayName }),
        })),
      ]}
    />
  );
}
