import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useKeys } from '../../ui/keys';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { formatMoment } from '../../ui/time';
import { toast } from '../../ui/toast';
import { nextMoment, timeIn } from './duty-end';
import { GoOffDutyDocument, GoOnDutyDocument } from './people.documents';
import type { Shift } from './use-duty';

/** Hours that are offered. */
const USUAL = [4, 8, 12] as const;

/** My duty: until when, on and off. Each way can be undone from the toast. */
export function DutyForm({
  mine,
  changed,
}: {
  readonly mine: Shift | null;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const goingOn = useAct(GoOnDutyDocument);
  const goingOff = useAct(GoOffDutyDocument);
  const [time, setTime] = useState(() => timeIn(USUAL[1], new Date()));
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const until = nextMoment(time, new Date());

  const begin = async (end: string): Promise<boolean> => {
    const answer = await goingOn.run({ input: { until: end } });
    setOutcome(answer);
    changed();
    return answer.kind === 'DONE';
  };
  const leave = async (): Promise<boolean> => {
    const answer = await goingOff.run({});
    setOutcome(answer);
    changed();
    return answer.kind === 'DONE';
  };
  const goOn = async (): Promise<void> => {
    if (until === null || goingOn.isRunning) return;
    const before = mine?.until ?? null;
    if (!(await begin(until.toISOString()))) return;
    toast(t('people:duty.isOn', { when: formatMoment(until.toISOString()) }), () => {
      void (before === null ? leave() : begin(before));
    });
  };
  const goOff = async (): Promise<void> => {
    if (mine === null || goingOff.isRunning) return;
    const { until: before } = mine;
    if (await leave()) toast(t('people:duty.isOff'), () => void begin(before));
  };
  useKeys({ d: () => void goOn(), e: () => void goOff() });

  return (
    <section aria-labelledby="my-duty">
      <Text size="sm" mb="xs" id="my-duty" fw={600} role="status">
        {mine === null
          ? t('people:duty.youAreOff')
          : t('people:duty.youAreOn', { when: formatMoment(mine.until) })}
      </Text>
      <Group gap="xs" align="end">
        <TextInput
          type="time"
          label={t('people:duty.end')}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
          error={until === null ? t('people:duty.noTime') : undefined}
        />
        {USUAL.map((hours) => (
          <Button key={hours} variant="default" onClick={() => setTime(timeIn(hours, new Date()))}>
            {t('people:duty.hours', { count: hours })}
          </Button>
        ))}
      </Group>
      <Text size="xs" c="dimmed" mt={4} mb="sm">
        {until !== null && t('people:duty.endsAt', { when: formatMoment(until.toISOString()) })}{' '}
        {t('people:duty.about')}
      </Text>
      <Group gap="xs">
        <Button
          loading={goingOn.isRunning}
          disabled={until === null}
          onClick={() => void goOn()}
          rightSection={<kbd aria-hidden>d</kbd>}
        >
          {mine === null ? t('people:duty.goOn') : t('people:duty.change')}
        </Button>
        {mine !== null && (
          <Button
            variant="default"
            loading={goingOff.isRunning}
            onClick={() => void goOff()}
            rightSection={<kbd aria-hidden>e</kbd>}
          >
            {t('people:duty.goOff')}
          </Button>
        )}
      </Group>
      <OutcomeAlert outcome={outcome} />
    </section>
  );
}
