import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../ui/time';
import { AddMember, HouseholdNotes } from './family-acts';
import { IdentityReveal, SealedStory, type Identity } from './identity-reveal';
import { useMay } from '../../ui/may';
import type { CaseProps, OpenedCase } from './opened-case';

type Story = NonNullable<OpenedCase['story']>;
type Household = Story['households'][number];

/** Who lives together; names, birthdays and addresses open behind a purpose. */
export function HouseholdTab({ file, changed }: CaseProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const { story } = file;
  if (story === null) return <SealedStory file={file} what={t('cases:household.sealed')} />;
  return (
    <Stack gap="lg">
      <IdentityReveal file={file} what={t('cases:household.names')}>
        {(identity) => <Names story={story} identity={identity} />}
      </IdentityReveal>
      {story.households.map((household, place) => (
        <OneHousehold
          key={household.id}
          household={household}
          number={place + 1}
          file={file}
          changed={changed}
        />
      ))}
      {may('recordHousehold') && (
        <div>
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            {t('cases:household.add')}
          </Button>
        </div>
      )}
      {isAdding && (
        <HouseholdNotes
          household={null}
          file={file}
          changed={changed}
          close={() => setAdding(false)}
        />
      )}
    </Stack>
  );
}

function OneHousehold({
  household,
  number,
  file,
  changed,
}: CaseProps & { readonly household: Household; readonly number: number }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<'MEMBER' | 'NOTES' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <section aria-label={t('cases:household.numbered', { number })}>
      <Title order={3} size="h6" mb={4}>
        {t('cases:household.numbered', { number })}
      </Title>
      <ul className="plain-list">
        {household.members.map(({ id, relation, notes }) => (
          <li key={id}>
            {t(`cases:relation.${relation}`, { defaultValue: relation })}
            {notes !== null && <span className="quiet"> {notes}</span>}
          </li>
        ))}
      </ul>
      {household.notes !== null && (
        <Text size="sm" className="written">
          {household.notes}
        </Text>
      )}
      {may('recordMember') && (
        <Group gap="xs" mt="xs">
          <Button size="xs" variant="default" onClick={() => setOpen('MEMBER')}>
            {t('cases:member.add')}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setOpen('NOTES')}>
            {t('cases:household.change')}
          </Button>
        </Group>
      )}
      {open === 'MEMBER' && (
        <AddMember householdId={household.id} file={file} changed={changed} close={close} />
      )}
      {open === 'NOTES' && (
        <HouseholdNotes household={household} file={file} changed={changed} close={close} />
      )}
    </section>
  );
}

function Names({
  story,
  identity,
}: {
  readonly story: Story;
  readonly identity: Identity;
}): ReactNode {
  const { t } = useTranslation();
  const relations = new Map(
    story.households.flatMap(({ members }) => members.map(({ id, relation }) => [id, relation])),
  );
  return (
    <ul className="plain-list">
      {identity.members.map(({ id, name, birthDate, address }) => (
        <li key={id}>
          <strong>{name}</strong>{' '}
          <span className="quiet">
            {t(`cases:relation.${relations.get(id) ?? 'OTHER_RELATIVE'}`)}
          </span>
          {birthDate !== null && <> · {t('cases:member.born', { day: formatDay(birthDate) })}</>}
          {address !== null && <div>{address}</div>}
        </li>
      ))}
      {identity.formerCodenames.length > 0 && (
        <li className="quiet">
          {t('cases:household.formerCodenames', { codenames: identity.formerCodenames.join(', ') })}
        </li>
      )}
    </ul>
  );
}
