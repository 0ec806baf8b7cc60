import { Checkbox, NativeSelect, Switch } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { GIVEN_ROLES } from './authority';
import { ChangePersonDocument, DecidePersonChangeDocument } from './changes.documents';
import type { Colleague } from './use-colleagues';

const STANDINGS = ['ACTIVE', 'PROBATION', 'SUSPENDED'] as const;

/** Changes roles, screening and standing of a colleague. What adds power waits for a second person and can be withdrawn. */
export function ChangePerson({
  person,
  close,
  changed,
}: {
  readonly person: Colleague;
  readonly close: () => void;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const changing = useAct(ChangePersonDocument);
  const deciding = useAct(DecidePersonChangeDocument);
  const [roles, setRoles] = useState<string[]>([...person.roles]);
  const [screener, setScreener] = useState(person.screener);
  const [standing, setStanding] = useState(person.standing);
  const name = person.displayName;
  const withdraw = async (changeId: string): Promise<void> => {
    await deciding.run({ input: { changeId, isAccepted: false } });
    changed();
  };
  const chosen = GIVEN_ROLES.filter((role) => roles.includes(role));
  return (
    <ActDialog
      title={t('people:change.title', { name })}
      about={t('people:change.about')}
      confirm={t('people:change.confirm')}
      isOpen
      close={close}
      act={() =>
        changing.run({ input: { personId: person.id, roles: chosen, screener, standing } })
      }
      done={({ awaitsSecond, changeId }) => {
        if (awaitsSecond) {
          toast(t('people:change.awaits', { name }), () => void withdraw(changeId));
        } else toast(t('people:change.done', { name }));
        changed();
      }}
    >
      <Checkbox.Group label={t('people:column.roles')} value={roles} onChange={setRoles}>
        {GIVEN_ROLES.map((role) => (
          <Checkbox key={role} value={role} label={t(`codes:role.${role}`)} mt={6} />
        ))}
      </Checkbox.Group>
      <Switch
        label={t('people:filter.isScreener')}
        checked={screener}
        onChange={(event) => setScreener(event.currentTarget.checked)}
      />
      <NativeSelect
        label={t('people:column.standing')}
        value={standing}
        onChange={(event) => {
          const value = STANDINGS.find((each) => each === event.currentTarget.value);
          if (value !== undefined) setStanding(value);
        }}
        data={STANDINGS.map((value) => ({ value, label: t(`people:standing.${value}`) }))}
      />
    </ActDialog>
  );
}
