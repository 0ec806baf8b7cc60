import { Button, Fieldset } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Several people, one set of fields each; more of them may be added, and any taken away. */
export function PeopleFields<Person>({
  people,
  change,
  empty,
  legend,
  add,
  fields,
}: {
  readonly people: readonly Person[];
  readonly change: (people: readonly Person[]) => void;
  readonly empty: Person;
  readonly legend: (number: number) => string;
  readonly add: string;
  readonly fields: (person: Person, write: (next: Person) => void) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {people.map((person, place) => (
        <Fieldset key={place} legend={legend(place + 1)} className="opening-person">
          {fields(person, (next) => change(people.with(place, next)))}
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => change(people.toSpliced(place, 1))}
          >
            {t('cases:opening.takeAway')}
          </Button>
        </Fieldset>
      ))}
      <div>
        <Button size="xs" variant="default" onClick={() => change([...people, empty])}>
          {add}
        </Button>
      </div>
    </>
  );
}
