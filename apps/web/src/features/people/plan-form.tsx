import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/session';
import { OutcomeAlert } from '../../ui/refusal-alert';
import type { Shift } from './use-duty';
import { useColleagues } from './use-colleagues';
import { usePlanDuty } from './use-plan-duty';

const ON_CALL = ['COORDINATOR', 'CASEWORKER', 'SECURITY_OFFICER'];
const USUAL_HOURS = 8;
const HOUR_MS = 3_600_000;

/** Plans the duty of a colleague: who, from when, until when. */
export function PlanForm({
  shifts,
  changed,
}: {
  /** What is known of everybody, so that the toast can put it back. */
  readonly shifts: readonly Shift[];
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { nodes } = useColleagues();
  const { outcome, isRunning, plan } = usePlanDuty(changed);
  const [personId, choose] = useState('');
  const [from, setFrom] = useState(() => localMoment(new Date()));
  const [until, setUntil] = useState(() =>
    localMoment(new Date(Date.now() + USUAL_HOURS * HOUR_MS)),
  );
  const people = nodes.filter(
    ({ id, roles, standing }) =>
      id !== me.id && standing !== 'SUSPENDED' && roles.some((role) => ON_CALL.includes(role)),
  );
  const person = people.find(({ id }) => id === personId);
  const isReady = person !== undefined && from !== '' && until !== '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || isRunning) return;
    const before = shifts.find((shift) => shift.person.id === personId) ?? null;
    const times = { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
    if (await plan(person, times, before)) choose('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Group gap="xs" align="end">
        <NativeSelect
          size="xs"
          label={t('people:plan.person')}
          value={personId}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: t('people:plan.choose') },
            ...people.map(({ id, displayName }) => ({ value: id, label: displayName })),
          ]}
        />
        <TextInput
          type="datetime-local"
          size="xs"
          label={t('people:plan.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          size="xs"
          label={t('people:plan.until')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" disabled={!isReady} loading={isRunning}>
          {t('people:plan.act')}
        </Button>
      </Group>
      <OutcomeAlert outcome={outcome} />
    </form>
  );
}

/** As a field for moments wants it: `2026-11-22T22:30`, where this device is. */
function localMoment(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
