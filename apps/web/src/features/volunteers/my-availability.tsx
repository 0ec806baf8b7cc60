import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { toast } from '../../ui/toast';
import { availabilityInput, availabilityOf } from './availability';
import type { Availability } from './availability-types';
import { Choices } from './choices';
import { SKILLS, TALKS } from './codes';
import { KindsToRefuseDocument, UpdateMyAvailabilityDocument } from './mine.documents';
import type { Mine } from './my-time-page-types';
import { WeekHours } from './week-hours';
import { languageName } from '../../ui/names';

/** When I may be asked and for what; saved as a whole. */
export function MyAvailability({
  mine,
  saved,
}: {
  readonly mine: Mine;
  readonly saved: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [fields, setFields] = useState<Availability>(() => availabilityOf(mine));
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const updating = useAct(UpdateMyAvailabilityDocument);
  const kinds = useRead(KindsToRefuseDocument, {}).data?.taskKinds ?? [];
  const set = (change: Partial<Availability>): void =>
    setFields((before) => ({ ...before, ...change }));
  const input = availabilityInput(fields, mine.version);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (input === null) return;
    const answer = await updating.run({ input });
    setOutcome(answer);
    if (answer.kind !== 'DONE') return;
    toast(t('volunteers:mine.saved'));
    saved();
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="lg">
        <WeekHours hours={fields.hours} change={(hours) => set({ hours })} />
        <Group align="end" gap="sm">
          <TextInput
            type="time"
            size="md"
            label={t('volunteers:mine.quietFrom')}
            value={fields.quietFrom}
            onChange={(event) => set({ quietFrom: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            size="md"
            label={t('volunteers:mine.quietTo')}
            value={fields.quietTo}
            onChange={(event) => set({ quietTo: event.currentTarget.value })}
          />
        </Group>
        <Group align="end" gap="sm">
          <TextInput
            type="date"
            size="md"
            label={t('volunteers:mine.away')}
            value={fields.awayUntil}
            onChange={(event) => set({ awayUntil: event.currentTarget.value })}
          />
          <NumberInput
            size="md"
            label={t('volunteers:mine.limit')}
            min={0}
            max={5}
            allowDecimal={false}
            value={fields.openTaskLimit}
            onChange={(value) => set({ openTaskLimit: typeof value === 'number' ? value : 0 })}
          />
        </Group>
        <Choices
          title={t('volunteers:languages')}
          codes={[...new Set([...TALKS, ...mine.languages])]}
          word={languageName}
          chosen={fields.languages}
          choose={(languages) => set({ languages })}
        />
        <Choices
          title={t('volunteers:skills')}
          codes={SKILLS}
          word={(code) => t(`volunteers:skill.${code}`)}
          chosen={fields.skills}
          choose={(skills) => set({ skills })}
        />
        <Choices
          title={t('volunteers:mine.refuses')}
          about={t('volunteers:mine.refusesAbout')}
          codes={kinds.map(({ code }) => code)}
          word={(code) => t(`dispatch:kind.${code}`)}
          chosen={fields.refuses}
          choose={(refuses) => set({ refuses })}
        />
        <OutcomeAlert outcome={outcome} />
        <div className="thumb">
          <Button
            type="submit"
            size="lg"
            fullWidth
            disabled={input === null}
            loading={updating.isRunning}
          >
            {t('volunteers:mine.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
